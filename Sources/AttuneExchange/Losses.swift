/// What a file could not carry, in sentences for the person who asked for it.
public struct Losses: Sendable, Hashable {
  public private(set) var sentences: [String] = []

  public init(_ sentences: [String] = []) { self.sentences = sentences }

  /// Adds a sentence once.
  mutating func add(_ sentence: String) {
    if !sentences.contains(sentence) { sentences.append(sentence) }
  }
}

/// Bytes for another program, and what they could not carry.
public struct ExchangeFile: Sendable {
  public let bytes: [UInt8]
  public let losses: Losses

  init(_ bytes: [UInt8], _ losses: Losses = Losses()) {
    self.bytes = bytes
    self.losses = losses
  }

  init(_ text: String, _ losses: Losses = Losses()) { self.init(Array(text.utf8), losses) }
}

/// Why answers cannot be written in a format.
public enum ExportError: Error, Sendable, Hashable {
  case tooManyRows(Int, most: Int, format: String)
  case tooLong(column: String, row: Int, bytes: Int, most: Int, format: String)
  /// What the library said.
  case cannotWrite(format: String, reason: String)
}

extension ExportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooManyRows(let count, let most, let format):
      """
      \(count) rows do not fit into \(format), which holds \(most); nothing was written. CSV and \
      .sav hold more
      """
    case .tooLong(let column, let row, let bytes, let most, let format):
      """
      the answer in column '\(column)', row \(row), is \(bytes) long, and \(format) holds \(most); \
      nothing was written, because nothing is cut. CSV holds it
      """
    case .cannotWrite(let format, let reason):
      "\(format) could not be written: \(reason). Nothing was left behind"
    }
  }
}
