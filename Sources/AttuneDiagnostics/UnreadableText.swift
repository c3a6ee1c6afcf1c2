/// Why bytes are not a text that we can read.
public enum UnreadableText: Error, Sendable, Hashable, CustomStringConvertible {
  /// `byte`, in `line`, is no part of any letter in UTF-8.
  case notUTF8(name: String, line: Int, byte: UInt8)
  /// Two bytes for each letter, as some editors save "Unicode".
  case utf16(name: String)
  /// A zero byte stands in `line`, as in pictures, spreadsheets and word-processor files.
  case binary(name: String, line: Int)
  /// More than `SourceText.mostBytes`.
  case tooLarge(name: String)

  public var description: String {
    switch self {
    case .notUTF8(let name, let line, let byte):
      """
      I could not read \(name.inert): the byte \(hexadecimal(byte)) in line \(line) is not UTF-8. \
      \(Self.guess(byte))Please save the file again as UTF-8 text.
      """
    case .utf16(let name):
      """
      I could not read \(name.inert): it looks like UTF-16, which some editors call Unicode. Please \
      save it again as UTF-8 text.
      """
    case .binary(let name, let line):
      """
      I could not read \(name.inert): it is not a plain text file (line \(line)). If it comes from a \
      word processor, please save it as plain text.
      """
    case .tooLarge(let name):
      """
      I did not read \(name.inert): it is over 1 MiB, and a questionnaire is not. Is it a file of \
      data?
      """
    }
  }

  /// What the byte would be in the encoding that Windows uses most in Western Europe.
  private static func guess(_ byte: UInt8) -> String {
    let letters: [UInt8: Character] = [
      0x80: "€", 0x85: "…", 0x8A: "Š", 0x8C: "Œ", 0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“",
      0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x99: "™", 0x9A: "š", 0x9C: "œ", 0x9E: "ž",
    ]
    let letter = byte >= 0xA1 ? Character(Unicode.Scalar(byte)) : letters[byte]
    return letter.map { "In Windows-1252 it would be \($0), so that may be how it was saved. " }
      ?? ""
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count < 2 ? "0" + digits : digits
}
