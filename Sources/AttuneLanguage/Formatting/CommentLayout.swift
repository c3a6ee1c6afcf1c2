/// Comments that wait for the line below them.
struct CommentLayout {
  private var lines: [String] = []
  private var isAfterBlank = false

  mutating func add(_ comment: String) {
    // A blank line between two comments tells them apart; one is enough.
    if isAfterBlank, !lines.isEmpty { lines.append("") }
    isAfterBlank = false
    lines.append(comment)
  }

  mutating func addBlank() { isAfterBlank = true }

  /// The comments so far; there are none after this.
  mutating func taken() -> [String] {
    defer { self = CommentLayout() }
    return lines
  }
}
