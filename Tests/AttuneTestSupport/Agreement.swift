/// How far values lie from those of another program, at worst.
public struct Agreement: CustomStringConvertible {
  public private(set) var largest = 0.0
  /// How many values were compared.
  public private(set) var count = 0
  private var place = "nowhere"

  public init() {}

  public mutating func compare(_ value: Double, with expected: Double, at place: String) {
    count += 1
    let distance = deviation(value, from: expected)
    guard !(distance <= largest) else { return }
    largest = distance
    self.place = "\(value) for \(expected) at \(place)"
  }

  public var description: String { "\(count) values, at most \(largest) apart: \(place)" }
}
