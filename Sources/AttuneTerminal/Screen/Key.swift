/// One key press, or one paste, as the person meant it.
public enum Key: Sendable, Hashable {
  case character(Character)
  /// Everything between the marks of a bracketed paste, kept as it came.
  case pasted(String)
  case enter, escape, tab, backTab
  case backspace, delete, eraseWord, eraseLine
  case up, down, left, right, home, end, pageUp, pageDown
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D.
  case endOfInput
  /// Ctrl-L: draw everything anew.
  case redraw
  /// Bytes that are not text.
  case unreadable
}

extension Character {
  /// Whether a paste begins a new line here; other separators are part of the text.
  var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
