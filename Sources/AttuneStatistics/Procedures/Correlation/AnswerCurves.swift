import AttuneData
import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The chance of each answer along a standardised score.
struct AnswerCurves {
  let start: Double
  let thresholds: Thresholds
  private let scores: [Double]
  /// The place of each answer among those given, from 0.
  private let answers: [Int]

  /// Both scores vary.
  init(_ pairs: Pairs) throws(StatisticsError) {
    let moments = Moments(of: pairs.values.first)
    let deviation = (moments.sumOfSquares / Double(moments.count)).squareRoot()
    guard deviation > 0, deviation.isFinite else { throw .noVariance(in: "'\(pairs.names.first)'") }
    scores = pairs.values.first.map { moments.deviation(of: $0) / deviation }
    let kinds = Set(pairs.values.second).sorted()
    let places = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    answers = pairs.values.second.compactMap { places[$0] }
    var counts = Array(repeating: 0.0, count: kinds.count)
    for answer in answers { counts[answer] += 1 }
    thresholds = try Thresholds(counts)
    start = pearson(pairs.values.first, pairs.values.second) ?? 0
  }

  /// One case at one correlation: its probability, and the heights of the bell at its two ends.
  private struct Place {
    let probability: Double
    let low: (at: Double, height: Double)
    let high: (at: Double, height: Double)
  }

  private func place(
    _ row: Int, _ rho: Double, _ rest: Double
  ) throws(NumericsError) -> Place {
    let normal = Normal()
    let low = thresholds.places[answers[row]]
    let high = thresholds.places[answers[row] + 1]
    let (u, v) = ((low - rho * scores[row]) / rest, (high - rho * scores[row]) / rest)
    // Through the tail that has the digits.
    let flips = u > 0
    func tail(_ x: Double) throws(NumericsError) -> Double {
      guard x.isFinite else { return (x < 0) != flips ? 0 : 1 }
      return try normal.lowerTail(flips ? -x : x)
    }
    let probability = flips ? try tail(u) - tail(v) : try tail(v) - tail(u)
    return Place(
      probability: max(probability, 1e-300), low: (low, normal.density(u)),
      high: (high, normal.density(v)))
  }

  /// The slope of log P in rho.
  private func slope(_ place: Place, _ z: Double, _ rho: Double, _ rest: Double) -> Double {
    func part(_ end: (at: Double, height: Double)) -> Double {
      end.at.isFinite ? end.height * (end.at * rho - z) : 0
    }
    return (part(place.high) - part(place.low)) / (rest * rest * rest * place.probability)
  }

  func likelihood(_ rho: Double) throws(NumericsError) -> LatentCorrelation.Likelihood {
    let rest = ((1 - rho) * (1 + rho)).squareRoot()
    var (logarithm, score, information) = (0.0, 0.0, 0.0)
    for row in scores.indices {
      let place = try place(row, rho, rest)
      let own = slope(place, scores[row], rho, rest)
      logarithm += log(place.probability)
      score += own
      information += own * own
    }
    return LatentCorrelation.Likelihood(
      logarithm: logarithm, score: score, information: information)
  }

  /// From what each person moves the estimate by: their own answer, and their part in the
  /// thresholds and in the mean and spread of the score.
  func standardError(at rho: Double) throws(NumericsError) -> Double {
    let rest = ((1 - rho) * (1 + rho)).squareRoot()
    var own: [Double] = []
    var ofThresholds = Array(repeating: 0.0, count: thresholds.places.count)
    var (ofMean, ofVariance, information) = (0.0, 0.0, 0.0)
    for row in scores.indices {
      let place = try place(row, rho, rest)
      let score = slope(place, scores[row], rho, rest)
      own.append(score)
      information += score * score
      let weight = score / (rest * place.probability)
      ofThresholds[answers[row] + 1] += weight * place.high.height
      ofThresholds[answers[row]] -= weight * place.low.height
      // In units of the score's standard deviation and variance.
      let shift = weight * rho * (place.high.height - place.low.height)
      ofMean += shift
      ofVariance += shift * scores[row] / 2
    }
    let n = Double(scores.count)
    let sum = scores.indices.reduce(0.0) { sum, row in
      let z = scores[row]
      let moved =
        own[row] - thresholds.influence(of: answers[row], weights: ofThresholds)
        - (ofMean * z + ofVariance * (z * z - 1)) / n
      return sum + moved * moved
    }
    return sum.squareRoot() / information
  }
}
