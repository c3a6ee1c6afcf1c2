/// A text with places marked by keycap emoji, `1️⃣` to `9️⃣`, which are taken out.
///
/// A test says what is found at a mark instead of counting lines and columns.
public struct MarkedText: Sendable {
  public let text: String
  /// The UTF-8 offset of what stands after each mark.
  public let offsets: [Character: Int]

  public init(_ marked: String) {
    var text = ""
    var offsets: [Character: Int] = [:]
    for character in marked {
      if Self.isMark(character) {
        offsets[character] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    self.offsets = offsets
  }

  private static func isMark(_ character: Character) -> Bool {
    character.unicodeScalars.count == 3 && character.unicodeScalars.last == "\u{20E3}"
  }
}
