/// Where a face's lines go to.
public protocol LineWriter {
  mutating func write(_ text: String)
}
