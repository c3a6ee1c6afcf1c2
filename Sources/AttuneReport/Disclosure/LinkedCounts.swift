/// Counts of people that belong together: which add up to which, over all tables of a report.
///
/// A count that is nowhere printed but follows by subtraction, such as how many of a group have no
/// score, is a count like any other.
public struct LinkedCounts: Sendable, Hashable {
  struct Sum: Sendable, Hashable {
    /// Places of the parts and of their total in `counts`.
    let parts: [Int]
    let total: Int
  }

  private(set) var counts: [Int] = []
  private(set) var sums: [Sum] = []
  /// Which are printed, unless they are hidden; the others only follow from those.
  private(set) var isPrinted: [Bool] = []
  private var places: [String: Int] = [:]

  public init() {}

  /// Adds a count under its name; under a name that is there already it must be the same.
  public mutating func add(_ name: String, _ count: Int) { add(name, count, isPrinted: true) }

  private mutating func add(_ name: String, _ count: Int, isPrinted: Bool) {
    precondition(count >= 0, "a count is not negative")
    if let place = places[name] {
      precondition(counts[place] == count, "'\(name)' is counted once")
      return
    }
    places[name] = counts.count
    counts.append(count)
    self.isPrinted.append(isPrinted)
  }

  /// Says that `parts` add up to `total`; all are there already.
  public mutating func add(sumOf parts: [String], is total: String) {
    let parts = parts.map { place(of: $0) }
    let total = place(of: total)
    precondition(parts.reduce(0) { $0 + counts[$1] } == counts[total], "the parts add up")
    sums.append(Sum(parts: parts, total: total))
  }

  /// Says that `part` is of the people of `total`: the others are a count too.
  public mutating func add(_ part: String, isPartOf total: String) {
    let rest = "\(total) without \(part)"
    add(rest, counts[place(of: total)] - counts[place(of: part)], isPrinted: false)
    add(sumOf: [part, rest], is: total)
  }

  public var names: [String] { places.sorted { $0.value < $1.value }.map(\.key) }

  func has(_ name: String) -> Bool { places[name] != nil }

  func place(of name: String) -> Int {
    guard let place = places[name] else { preconditionFailure("'\(name)' is not counted") }
    return place
  }

  /// For each count the sums that it stands in.
  var sumsOfCount: [[Int]] {
    var found = Array(repeating: [Int](), count: counts.count)
    for (index, sum) in sums.enumerated() {
      for place in sum.parts + [sum.total] { found[place].append(index) }
    }
    return found
  }
}
