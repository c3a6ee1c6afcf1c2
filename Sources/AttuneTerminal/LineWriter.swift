/// Where a face's lines go to.
public protocol LineWriter {
  /// Columns, asked anew for every screen so that a resize does no harm.
  var width: Int { get }

  mutating func write(_ text: String)

  /// Whether what was written can be taken off the screen again.
  var canClear: Bool { get }

  /// Takes what was written off the screen and out of what can be scrolled back to, where that can
  /// be done.
  mutating func clear()
}

extension LineWriter {
  public var canClear: Bool { false }

  public mutating func clear() {}
}
