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

  /// A mean of people each of whom has the value of the count that they are in.
  struct Mean: Sendable, Hashable {
    let name: String
    let parts: [Int]
    let values: [Double]
    /// Where it lies, for whoever sees it as it is printed: at the finest precision first.
    let ranges: [ClosedRange<Double>]

    /// The first range, from one on, in which it would lie with other counts; their number, where
    /// there is none.
    func coarseness(from first: Int, _ count: (Int) -> Int) -> Int {
      ranges.indices.first { $0 >= first && excess(at: $0, count) == 0 } ?? ranges.count
    }

    /// By how much the sum of the values would be too large, or too small, to be printed the same;
    /// nothing, where it is not printed.
    func excess(at coarseness: Int, _ count: (Int) -> Int) -> Double {
      ranges.indices.contains(coarseness) ? excess(within: ranges[coarseness], count) : 0
    }

    func excess(within range: ClosedRange<Double>, _ count: (Int) -> Int) -> Double {
      let counts = parts.map { Double(count($0)) }
      let people = counts.reduce(0, +)
      let sum = zip(values, counts).reduce(0) { $0 + $1.0 * $1.1 }
      let (low, high) = (range.lowerBound * people, range.upperBound * people)
      let slack = 1e-9 * (1 + people)
      return sum > high + slack ? sum - high : sum < low - slack ? sum - low : 0
    }
  }

  private(set) var counts: [Int] = []
  private(set) var sums: [Sum] = []
  /// Which are printed, unless they are hidden; the others only follow from those.
  private(set) var isPrinted: [Bool] = []
  private(set) var means: [Mean] = []
  /// Counts of which none is printed where one of them is hidden.
  private(set) var rows: [[Int]] = []
  /// Counts that are hidden for the sake of others only where three of the rest would have to go.
  private(set) var kept: Set<Int> = []
  private var places: [String: Int] = [:]

  public init() {}

  /// Adds a count under its name; under a name that is there already it must be the same.
  public mutating func add(_ name: String, _ count: Int) { add(name, count, isPrinted: true) }

  /// Adds a count that is printed nowhere and must not follow all the same.
  mutating func add(unprinted name: String, _ count: Int) { add(name, count, isPrinted: false) }

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
    let rest = Self.rest(of: total, without: part)
    add(rest, counts[place(of: total)] - counts[place(of: part)], isPrinted: false)
    add(sumOf: [part, rest], is: total)
  }

  /// Says that readers need a count more than others.
  mutating func keep(_ name: String) { kept.insert(place(of: name)) }

  /// The name of the count of the others.
  static func rest(of total: String, without part: String) -> String { "\(total) without \(part)" }

  /// Says that `names` are printed together or not at all.
  public mutating func add(row names: [String]) { rows.append(names.map { place(of: $0) }) }

  /// Says that the mean of the people in `parts`, of the value of each part, is printed, and that
  /// readers then know that it lies in the first of `ranges`; or, where that gives a count away, in
  /// one of the next, or that it is withheld.
  mutating func add(
    mean name: String, of parts: [(name: String, value: Double)],
    within ranges: [ClosedRange<Double>]
  ) {
    guard !means.contains(where: { $0.name == name }) else { return }
    let mean = Mean(
      name: name, parts: parts.map { place(of: $0.name) }, values: parts.map(\.value),
      ranges: ranges)
    precondition(
      ranges.indices.allSatisfy { mean.excess(at: $0) { counts[$0] } == 0 },
      "the mean of '\(name)' is another")
    means.append(mean)
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
