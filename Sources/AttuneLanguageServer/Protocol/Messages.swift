import Foundation

/// What a request is answered under.
enum RequestID: Codable, Sendable, Hashable {
  case number(Int)
  case text(String)

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}

/// What every message says of itself: with an identity it is a request, without a notification.
struct Envelope: Decodable {
  var id: RequestID?
  var method: String?
}

struct Parameters<Value: Decodable>: Decodable {
  var params: Value
}

/// Why a request is not answered with a result; the numbers are the protocol's.
struct ResponseError: Error, Encodable {
  enum Code: Int, Encodable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestFailed = -32803
    case requestCancelled = -32800
  }

  var code: Code
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// A message that goes out.
enum Outgoing {
  case result(RequestID, (any Encodable)?)
  /// `nil` where the message could not be read, and so its identity neither.
  case refusal(RequestID?, ResponseError)
  case notification(String, any Encodable)
}

extension Outgoing: Encodable {
  private enum Key: CodingKey { case jsonrpc, id, result, error, method, params }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("2.0", forKey: .jsonrpc)
    switch self {
    case .result(let id, let result):
      try container.encode(id, forKey: .id)
      if let result {
        try result.encode(to: container.superEncoder(forKey: .result))
      } else {
        try container.encodeNil(forKey: .result)
      }
    case .refusal(let id, let error):
      try container.encode(id, forKey: .id)
      try container.encode(error, forKey: .error)
    case .notification(let method, let parameters):
      try container.encode(method, forKey: .method)
      try parameters.encode(to: container.superEncoder(forKey: .params))
    }
  }
}
