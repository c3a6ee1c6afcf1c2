extension SourceText {
  /// More than this no questionnaire needs: over a hundred thousand words.
  public static let mostBytes = 1 << 20

  /// The text that `bytes` spell in UTF-8, without a byte-order mark.
  ///
  /// - Throws: `UnreadableText`, with the line of the first byte that cannot be read.
  public init(name: String, bytes: some Sequence<UInt8>) throws(UnreadableText) {
    var bytes = Array(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard bytes.count <= Self.mostBytes else { throw .tooLarge(name: name) }
    if looksLikeUTF16(bytes) { throw .utf16(name: name) }
    if let zero = bytes.firstIndex(of: 0) {
      throw .binary(name: name, line: lineNumber(of: zero, in: bytes))
    }
    guard let content = String(validating: bytes, as: UTF8.self) else {
      let good = validPrefixLength(of: bytes)
      throw .notUTF8(name: name, line: lineNumber(of: good, in: bytes), byte: bytes[good])
    }
    self.init(name: name, content: content)
  }
}

/// Whether the bytes begin with the mark of UTF-16, or every other one of the first few is zero.
private func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
  let first = bytes.prefix(8).map { $0 == 0 }
  return first == [false, true, false, true, false, true, false, true]
    || first == [true, false, true, false, true, false, true, false]
}

/// The line, from 1, on which the byte at `offset` stands.
private func lineNumber(of offset: Int, in bytes: [UInt8]) -> Int {
  var line = 1
  for index in 0..<offset {
    let isReturn = bytes[index] == UInt8(ascii: "\r")
    if bytes[index] == UInt8(ascii: "\n") || isReturn && bytes[index + 1] != UInt8(ascii: "\n") {
      line += 1
    }
  }
  return line
}

/// How many bytes from the start are UTF-8.
private func validPrefixLength(of bytes: [UInt8]) -> Int {
  var decoder = UTF8()
  var rest = bytes.makeIterator()
  var length = 0
  while case .scalarValue(let scalar) = decoder.decode(&rest) {
    length += UTF8.width(scalar)
  }
  return length
}
