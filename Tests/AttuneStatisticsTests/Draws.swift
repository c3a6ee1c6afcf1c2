import AttuneData
import AttuneNumerics

/// Made-up scores and answers: the same for the same seed.
struct Draws {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Between 0 and 1, never either.
  mutating func uniform() -> Double { (Double(generator.next() >> 12) + 0.5) * 0x1p-52 }

  mutating func normal() throws -> Double { try Normal().quantile(uniform()) }

  mutating func normals(
    _ count: Int, mean: Double = 0, deviation: Double = 1
  ) throws -> [Double] {
    try (0..<count).map { _ in mean + deviation * (try normal()) }
  }

  mutating func pairs(_ count: Int, _ rho: Double) throws -> (x: [Double?], y: [Double?]) {
    var (x, y): ([Double?], [Double?]) = ([], [])
    for _ in 0..<count {
      let (first, second) = (try normal(), try normal())
      x.append(first)
      y.append(rho * first + (1 - rho * rho).squareRoot() * second)
    }
    return (x, y)
  }

  /// Which answer, from 0, given how likely each is.
  mutating func answer(_ probabilities: [Double]) -> Int {
    var rest = uniform() * probabilities.reduce(0, +)
    for (index, probability) in probabilities.enumerated() {
      if rest < probability { return index }
      rest -= probability
    }
    return probabilities.count - 1
  }

  /// So many people in each row, each row with the probabilities of its answers.
  mutating func table(_ sizes: [Int], _ probabilities: [[Double]]) -> ContingencyTable {
    var counts = probabilities.map { $0.map { _ in 0 } }
    for (row, size) in sizes.enumerated() {
      for _ in 0..<size { counts[row][answer(probabilities[row])] += 1 }
    }
    return ContingencyTable(
      names: GroupPair("group", "answer"),
      categories: GroupPair(counts.indices.map { "g\($0)" }, counts[0].indices.map { "a\($0)" }),
      counts: counts)
  }

  /// Groups of these sizes, each normal.
  mutating func groups(
    _ sizes: [Int], means: [Double], deviations: [Double]
  ) throws -> SeveralGroups {
    var (values, names): ([Double], [String]) = ([], [])
    for (index, size) in sizes.enumerated() {
      values += try normals(size, mean: means[index], deviation: deviations[index])
      names += Array(repeating: "g\(index)", count: size)
    }
    return SeveralGroups(score: "x", values: values, grouping: "g", groups: names)
  }

  mutating func twoGroups(
    _ sizes: (Int, Int), means: (Double, Double) = (0, 0), deviations: (Double, Double) = (1, 1)
  ) throws -> TwoGroups {
    try TwoGroups(
      score: "x",
      values: normals(sizes.0, mean: means.0, deviation: deviations.0)
        + normals(sizes.1, mean: means.1, deviation: deviations.1),
      grouping: "g",
      groups: Array(repeating: "a", count: sizes.0) + Array(repeating: "b", count: sizes.1))
  }

  /// Two scores of the same people, whose difference is normal.
  mutating func occasions(_ count: Int, difference: Double) throws -> Pairs {
    let level = try normals(count)
    return try Pairs(
      ("x", zip(level, normals(count, mean: difference)).map { $0 + $1 }), ("y", level))
  }
}
