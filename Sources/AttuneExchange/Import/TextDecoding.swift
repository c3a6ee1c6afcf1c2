import Foundation

/// A text in whatever encoding it was saved, found by what its bytes can be.
struct DecodedText {
  let text: String
  /// As people call it: `UTF-8`, `Windows-1252`.
  let encoding: String
  /// What to look at, where the bytes do not say what they are.
  private(set) var findings: [String] = []

  init(_ bytes: [UInt8]) {
    func decoded(_ encoding: String.Encoding, dropping count: Int) -> String? {
      String(data: Data(bytes.dropFirst(count)), encoding: encoding)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) || String(validating: bytes, as: UTF8.self) != nil {
      let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      (text, encoding) = (String(decoding: bytes.dropFirst(mark), as: UTF8.self), "UTF-8")
    } else if bytes.starts(with: [0xFF, 0xFE]), let text = decoded(.utf16LittleEndian, dropping: 2)
    {
      (self.text, encoding) = (text, "UTF-16")
    } else if bytes.starts(with: [0xFE, 0xFF]), let text = decoded(.utf16BigEndian, dropping: 2) {
      (self.text, encoding) = (text, "UTF-16")
    } else if let encoding = Self.zeros(in: bytes), let text = decoded(encoding, dropping: 0) {
      (self.text, self.encoding) = (text, "UTF-16")
    } else {
      if let text = decoded(.windowsCP1252, dropping: 0) {
        (self.text, encoding) = (text, "Windows-1252")
      } else {
        (text, encoding) = (decoded(.isoLatin1, dropping: 0) ?? "", "ISO 8859-1")
      }
      let words = Set(
        text.split { $0.isWhitespace || ",;\"".contains($0) }.lazy
          .filter { !$0.allSatisfy(\.isASCII) }.prefix(200)
      ).sorted().prefix(3).map { "'\($0)'" }
      findings.append(
        "It is no UTF-8, and its bytes do not say what they are. Look at \(words.joined(separator: ", ")): "
          + "if letters are wrong, save it again as UTF-8.")
    }
  }
  /// UTF-16 without a mark: mostly Latin letters, so that every second byte is 0.
  private static func zeros(in bytes: [UInt8]) -> String.Encoding? {
    let start = bytes.prefix(400)
    let zeros = start.indices.filter { start[$0] == 0 }
    guard start.count > 3, zeros.count * 3 > start.count else { return nil }
    return zeros.count { $0 % 2 == 0 } * 2 > zeros.count ? .utf16BigEndian : .utf16LittleEndian
  }
}
