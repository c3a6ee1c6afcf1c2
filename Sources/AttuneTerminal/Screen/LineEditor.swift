/// The line that a person is typing, and where they are in it.
struct LineEditor: Sendable, Hashable {
  private(set) var text = ""
  /// How many characters stand before the cursor.
  private(set) var cursor = 0

  var isEmpty: Bool { text.isEmpty }

  /// What stands before the cursor.
  var before: Substring { text.prefix(cursor) }

  /// Takes the key if it is about the line; `false` where it means something else.
  mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .pasted(let pasted): insert(pasted)
    case .tab: insert("\t")
    case .backspace: remove(from: cursor - 1, to: cursor)
    case .delete: remove(from: cursor, to: cursor + 1)
    case .eraseLine: remove(from: 0, to: cursor)
    case .eraseWord: remove(from: startOfWord, to: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    default: return false
    }
    return true
  }

  mutating func clear() { self = LineEditor() }

  /// Characters may join with those around them, as an accent does, so the cursor is counted anew.
  private mutating func insert(_ new: String) {
    let after = text.dropFirst(cursor)
    let start = String(before) + new
    text = start + String(after)
    cursor = min(text.count, start.count)
  }

  private mutating func remove(from start: Int, to end: Int) {
    guard start >= 0, start < end, end <= text.count else { return }
    text = String(text.prefix(start) + text.dropFirst(end))
    cursor = start
  }

  private var startOfWord: Int {
    let trimmed = before.reversed().drop { $0 == " " }.drop { $0 != " " }
    return trimmed.count
  }
}
