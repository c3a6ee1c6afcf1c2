import AttuneData
import AttuneNumerics

/// The answers to one item, cut from a normal deviate.
struct OrderedAnswers {
  let name: String
  /// One for each case, whole numbers.
  let values: [Double]
  /// Where the answers are parted, in rising order.
  let thresholds: [Double]
  /// How far apart the answers on the two sides of each threshold are: 1, or more where nobody gave
  /// the answers between.
  private let steps: [Double]

  /// More are points of a measure rather than ordered answers.
  private static let mostAnswers = 12

  /// Those of every item; an item that is no matter of ordered answers is named.
  static func all(of items: CompleteItems) throws(StatisticsError) -> [OrderedAnswers] {
    var all: [OrderedAnswers] = []
    for (index, name) in items.names.enumerated() {
      all.append(try OrderedAnswers(name: name, values: items.centred(index)))
    }
    return all
  }

  private init(name: String, values: [Double]) throws(StatisticsError) {
    self.name = name
    self.values = values
    let answers = Set(values).sorted()
    steps = zip(answers.dropFirst(), answers).map { $0 - $1 }
    guard steps.allSatisfy({ $0 == $0.rounded() }) else {
      throw .undetermined("'\(name)' holds numbers that are not whole, not ordered answers")
    }
    guard answers.count <= Self.mostAnswers else {
      throw .undetermined(
        "'\(name)' has \(answers.count) different answers: too many to be taken as ordered")
    }
    let counts = Dictionary(values.map { ($0, 1.0) }, uniquingKeysWith: +)
    thresholds = try Thresholds(answers.map { counts[$0] ?? 0 }).inner
  }

  func pairs(with other: OrderedAnswers) throws(StatisticsError) -> Pairs {
    do {
      return try Pairs((name, values), (other.name, other.values))
    } catch {
      throw .undetermined("\(error)")
    }
  }

  /// The variance of the sum of the answers, the deviates of two items correlating so.
  static func variance(
    of answers: [OrderedAnswers], correlation: (Int, Int) -> Double
  ) throws(NumericsError) -> Double {
    var sum = 0.0
    for i in answers.indices {
      for j in 0...i {
        let normal = try BivariateNormal(correlation: min(max(correlation(i, j), -1), 1))
        sum += (i == j ? 1 : 2) * (try answers[i].covariance(with: answers[j], normal))
      }
    }
    return sum
  }

  private func covariance(
    with other: OrderedAnswers, _ normal: BivariateNormal
  ) throws(NumericsError) -> Double {
    var sum = 0.0
    for (place, step) in zip(thresholds, steps) {
      let below = try Normal().lowerTail(place)
      for (otherPlace, otherStep) in zip(other.thresholds, other.steps) {
        let both = normal.lowerTail(place, otherPlace)
        sum += step * otherStep * (both - below * (try Normal().lowerTail(otherPlace)))
      }
    }
    return sum
  }
}
