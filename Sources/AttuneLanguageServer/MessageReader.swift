public import Foundation

/// Takes messages out of a stream of bytes, in which each stands behind a header with its length.
///
/// A header without a length that can be read, or with one above `mostBytes`, gives an empty
/// message, so that it is answered; reading goes on behind it.
public struct MessageReader: Sendable {
  /// A questionnaire has a few hundred kilobytes at most; more is refused rather than held.
  static let mostBytes = 64 << 20
  /// A header is two short lines.
  private static let mostHeaderBytes = 8_192
  private static let headerEnd = Data("\r\n\r\n".utf8)

  private var buffer = Data()
  /// What is left of a message that is refused.
  private var skipped = 0

  public init() {}

  /// The messages that are whole now, in order.
  public mutating func messages(after bytes: some Sequence<UInt8>) -> [Data] {
    buffer.append(contentsOf: bytes)
    var messages: [Data] = []
    while let message = next() { messages.append(message) }
    return messages
  }

  private mutating func next() -> Data? {
    let passed = min(skipped, buffer.count)
    buffer.removeFirst(passed)
    skipped -= passed
    guard skipped == 0 else { return nil }
    guard let end = buffer.range(of: Self.headerEnd) else {
      guard buffer.count > Self.mostHeaderBytes else { return nil }
      buffer = Data()
      return Data()
    }
    let length = Self.length(in: buffer[..<end.lowerBound])
    guard let length, length <= Self.mostBytes else {
      buffer.removeSubrange(..<end.upperBound)
      skipped = length ?? 0
      return Data()
    }
    guard buffer.distance(from: end.upperBound, to: buffer.endIndex) >= length else { return nil }
    let message = Data(buffer[end.upperBound..<end.upperBound + length])
    buffer = Data(buffer[(end.upperBound + length)...])
    return message
  }

  /// The value of `Content-Length`, in whatever capitals; other headers mean nothing to us.
  private static func length(in header: Data) -> Int? {
    let lines = String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline)
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, parts[0].lowercased() == "content-length",
        parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { continue }
      return Int(parts[1])
    }
    return nil
  }
}

extension Data {
  /// The message behind its header, as it goes into the stream.
  public var framed: Data { Data("Content-Length: \(count)\r\n\r\n".utf8) + self }
}
