extension SourceText {
  /// The text that `bytes` spell in UTF-8, without a byte-order mark.
  ///
  /// - Throws: `UnreadableText`, with the line of the first byte that cannot be read.
  public init(name: String, bytes: some Sequence<UInt8>) throws(UnreadableText) {
    var bytes = Array(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let zero = bytes.firstIndex(of: 0) {
      throw .binary(name: name, line: lineNumber(of: zero, in: bytes))
    }
    guard let content = String(validating: bytes, as: UTF8.self) else {
      let good = validPrefixLength(of: bytes)
      throw .notUTF8(name: name, line: lineNumber(of: good, in: bytes))
    }
    self.init(name: name, content: content)
  }
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
