public import Foundation

/// Answers an editor about the files that it shows, in the Language Server Protocol 3.17.
///
/// It is pure: messages come in, messages go out. Where they come from, and how they are set apart
/// in a stream, stands elsewhere.
public struct LanguageServer {
  private enum State {
    case started, running, shutDown
    case ended(code: Int32)
  }

  let version: String
  private var state = State.started
  var encoding = PositionEncoding.utf16
  var readsMarkdown = false
  var documents: [String: OpenDocument] = [:]

  /// `version` is what the editor is told.
  public init(version: String) { self.version = version }

  /// What the process ends with, once the editor has said so: 0 after `shutdown`, 1 without it.
  public var exitCode: Int32? {
    if case .ended(let code) = state { code } else { nil }
  }

  /// The answers to messages that arrived together.
  ///
  /// A file that several of them change is checked once, and a request that a later one takes back
  /// is not worked on.
  public mutating func handle(_ messages: [Data]) -> [Data] {
    let cancelled = Set(messages.compactMap(Self.cancelled))
    var answers: [Outgoing] = []
    for message in messages where exitCode == nil {
      answers += answer(message, isCancelled: cancelled.contains)
    }
    if exitCode == nil { answers += changedFindings() }
    return answers.map(Self.encoded)
  }

  private mutating func answer(
    _ message: Data, isCancelled: (RequestID) -> Bool
  ) -> [Outgoing] {
    let envelope: Envelope
    do {
      envelope = try JSONDecoder().decode(Envelope.self, from: message)
    } catch {
      return [.refusal(nil, Self.unreadable(message))]
    }
    guard let method = envelope.method else {
      // An answer to something that we never ask, or nothing that we know.
      return envelope.id == nil
        ? [.refusal(nil, ResponseError(.invalidRequest, "The message names no method."))] : []
    }
    guard let id = envelope.id else { return take(method, message) }
    guard !isCancelled(id) else {
      return [.refusal(id, ResponseError(.requestCancelled, "Taken back."))]
    }
    do {
      return [.result(id, try result(of: method, message))]
    } catch let refusal as ResponseError {
      return [.refusal(id, refusal)]
    } catch {
      return [
        .refusal(id, ResponseError(.invalidParams, "I could not read what \(method) came with."))
      ]
    }
  }

  private mutating func result(of method: String, _ message: Data) throws -> (any Encodable)? {
    switch (state, method) {
    case (.started, "initialize"):
      let result = initialize(try Self.parameters(of: message))
      state = .running
      return result
    case (.started, _):
      throw ResponseError(.serverNotInitialized, "I expected initialize first.")
    case (.running, "initialize"):
      throw ResponseError(.invalidRequest, "I have been initialized already.")
    case (.running, "shutdown"):
      state = .shutDown
      return nil
    case (.running, _): return try answer(method, message)
    case (.shutDown, _), (.ended, _):
      throw ResponseError(.invalidRequest, "After shutdown I expected exit.")
    }
  }

  /// Notifications have no answer; one that we do not know, or cannot read, changes nothing.
  private mutating func take(_ method: String, _ message: Data) -> [Outgoing] {
    if method == "exit" {
      if case .shutDown = state { state = .ended(code: 0) } else { state = .ended(code: 1) }
      return []
    }
    guard case .running = state else { return [] }
    return (try? follow(method, message)) ?? []
  }

  // MARK: JSON

  static func parameters<Value: Decodable>(of message: Data) throws -> Value {
    try JSONDecoder().decode(Parameters<Value>.self, from: message).params
  }

  private static func encoded(_ message: Outgoing) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, whole numbers and truth values always have a JSON form.
    guard let data = try? encoder.encode(message) else {
      preconditionFailure("messages have a JSON form")
    }
    return data
  }

  private static func cancelled(by message: Data) -> RequestID? {
    guard message.range(of: Data("cancelRequest".utf8)) != nil,
      let envelope = try? JSONDecoder().decode(Envelope.self, from: message),
      envelope.method == "$/cancelRequest"
    else { return nil }
    let taken: CancelParams? = try? parameters(of: message)
    return taken?.id
  }

  private static func unreadable(_ message: Data) -> ResponseError {
    let isJSON =
      (try? JSONSerialization.jsonObject(with: message, options: .fragmentsAllowed)) != nil
    return isJSON
      ? ResponseError(.invalidRequest, "The message is JSON, but not one of the protocol's.")
      : ResponseError(.parseError, "The message is not JSON.")
  }
}
