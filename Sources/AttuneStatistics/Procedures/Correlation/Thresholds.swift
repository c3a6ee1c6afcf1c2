import AttuneNumerics

/// The places on a normal deviate that part ordered answers, found from how often each was given.
struct Thresholds {
  /// One more than there are answers; the first and the last are infinite.
  private(set) var places: [Double]
  /// The density at each place; 0 at the ends.
  private let densities: [Double]
  /// The share of the answers up to each place.
  private let shares: [Double]
  /// How many answers they rest on.
  private let count: Double

  /// At least one answer of each kind.
  init(_ counts: [Double]) throws(StatisticsError) {
    let total = counts.reduce(0, +)
    var (sum, places, shares) = (0.0, [-Double.infinity], [0.0])
    for count in counts.dropLast() {
      sum += count
      // The smaller share has the digits.
      let share = sum / total
      let place = try computing { () throws(NumericsError) in
        share <= 0.5
          ? try Normal().quantile(share) : try Normal().upperQuantile((total - sum) / total)
      }
      places.append(place)
      shares.append(share)
    }
    self.places = places + [.infinity]
    self.shares = shares + [1]
    densities = self.places.map { Normal().density($0) }
    count = total
  }

  /// What one person who gave answer `answer` moves each place by, each times its `weight`, in sum.
  func influence(of answer: Int, weights: [Double]) -> Double {
    (1..<places.count - 1).reduce(0) { sum, place in
      let above: Double = answer < place ? 1 : 0
      return sum + weights[place] * (above - shares[place]) / (densities[place] * count)
    }
  }

  /// Those between answers, without the infinite ends.
  var inner: [Double] { Array(places.dropFirst().dropLast()) }

  /// The same with one place moved.
  func moving(_ place: Int, by step: Double) -> Thresholds {
    var moved = self
    moved.places[place] += step
    return moved
  }

  /// Thresholds between very many answers each rest on next to nobody.
  static func requireFewAnswers(_ count: Int, to name: String) throws(StatisticsError) {
    guard count <= 25 else {
      throw .undetermined(
        "'\(name)' has \(count) different values, and this method is for a few ordered answers")
    }
  }
}
