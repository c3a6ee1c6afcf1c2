/// Where a face's lines go to.
public protocol LineWriter {
  /// Columns, asked anew for every screen so that a resize does no harm.
  var width: Int { get }

  mutating func write(_ text: String)
}
