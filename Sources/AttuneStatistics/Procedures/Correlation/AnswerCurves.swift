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

  private init(start: Double, thresholds: Thresholds, scores: [Double], answers: [Int]) {
    self.start = start
    self.thresholds = thresholds
    self.scores = scores
    self.answers = answers
  }

  /// Both scores vary.
  init(_ pairs: Pairs) throws(StatisticsError) {
    let moments = Moments(of: pairs.values.first)
    let deviation = (moments.sumOfSquares / Double(moments.count)).squareRoot()
    guard deviation > 0, deviation.isFinite else { throw .noVariance(in: "'\(pairs.names.first)'") }
    scores = pairs.values.first.map { moments.deviation(of: $0) / deviation }
    let kinds = Set(pairs.values.second).sorted()
    try Thresholds.requireFewAnswers(kinds.count, to: pairs.names.second)
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
      logarithm: logarithm, score: score, information: information, count: Double(scores.count))
  }

  /// From what each person moves the estimate by: their own answer, and their part in the
  /// thresholds and in the mean and spread of the score (the infinitesimal jackknife).
  func standardError(at rho: Double) throws(NumericsError) -> Double {
    // Far enough for the digits of the difference, near enough for the slope.
    let step = 1e-5
    func change(
      _ score: (Double) throws(NumericsError) -> Double
    ) throws(NumericsError) -> Double {
      (try score(step) - score(-step)) / (2 * step)
    }
    let falling = -(try change { by throws(NumericsError) in try likelihood(rho + by).score })
    let ofMean = try change { by throws(NumericsError) in
      try moved(mean: by).likelihood(rho).score
    }
    let ofSpread = try change { by throws(NumericsError) in
      try moved(spread: by).likelihood(rho).score
    }
    var ofThresholds = Array(repeating: 0.0, count: thresholds.places.count)
    for place in thresholds.inner.indices {
      ofThresholds[place + 1] = try change { by throws(NumericsError) in
        try moved(threshold: place + 1, by: by).likelihood(rho).score
      }
    }
    let rest = ((1 - rho) * (1 + rho)).squareRoot()
    let n = Double(scores.count)
    var sum = 0.0
    for row in scores.indices {
      let z = scores[row]
      let moved =
        self.slope(try place(row, rho, rest), z, rho, rest)
        + thresholds.influence(of: answers[row], weights: ofThresholds)
        + (ofMean * z + ofSpread * (z * z - 1) / 2) / n
      sum += moved * moved
    }
    return sum.squareRoot() / falling
  }

  private func moved(mean: Double = 0, spread: Double = 0) -> AnswerCurves {
    AnswerCurves(
      start: start, thresholds: thresholds, scores: scores.map { ($0 - mean) / (1 + spread) },
      answers: answers)
  }

  private func moved(threshold place: Int, by step: Double) -> AnswerCurves {
    AnswerCurves(
      start: start, thresholds: thresholds.moving(place, by: step), scores: scores,
      answers: answers)
  }
}
