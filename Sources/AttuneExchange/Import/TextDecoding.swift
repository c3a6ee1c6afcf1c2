import Foundation

/// A text in whatever encoding it was saved, found by what its bytes can be.
struct DecodedText {
  let text: String
  /// As people call it: `UTF-8`, `Windows-1252`.
  let encoding: String

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
    } else if let text = decoded(.windowsCP1252, dropping: 0) {
      (self.text, encoding) = (text, "Windows-1252")
    } else {
      (text, encoding) = (decoded(.isoLatin1, dropping: 0) ?? "", "ISO 8859-1")
    }
  }
}
