/// Why bytes are not a text that we can read.
public enum UnreadableText: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes of `line` are not UTF-8.
  case notUTF8(name: String, line: Int)
  /// A zero byte stands in `line`, as in pictures, spreadsheets and word-processor files.
  case binary(name: String, line: Int)

  public var description: String {
    switch self {
    case .notUTF8(let name, let line):
      """
      I could not read \(name): line \(line) holds letters in another encoding than UTF-8. \
      Please save it again as UTF-8 text.
      """
    case .binary(let name, let line):
      """
      I could not read \(name): it is not a plain text file (line \(line)). If it comes from a word \
      processor, please save it as plain text.
      """
    }
  }
}
