import AttuneData
import AttuneNumerics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether the differences between occasions vary alike, and what to do where they do not.
///
///     V: covariance of k - 1 orthonormal contrasts        p = k - 1, nu = n - 1
///     W = det V / (tr V / p)^p
///     epsilon (Greenhouse and Geisser) = (tr V)^2 / (p tr V^2)
///     epsilon (Huynh and Feldt) = (n p e - 2) / (p (nu - p e)), at most 1        e: the one above
///
/// Of one group of people Lecoutre's correction of Huynh and Feldt's formula changes nothing. The p
/// of W is the chi-square approximation with its second term as in Anderson (2003), 10.7.4. R 4.2.2
/// `mauchly.test`, and pingouin after it, take k for p in one place there, which with more than three
/// occasions moves p by about 1e-4 of itself, and by 3e-3 where five occasions have eight people.
public struct Sphericity: Sendable, Hashable {
  /// Mauchly's W, from 0 to 1, and its p.
  public let mauchly: Result<Mauchly, StatisticsError>
  public let greenhouseGeisser: Double
  /// At most 1.
  public let huynhFeldt: Quantity

  public struct Mauchly: Sendable, Hashable {
    public let w: Double
    public let pValue: Double
  }

  /// - Parameters:
  ///   - covariance: Of `k - 1` orthonormal contrasts, not 0.
  ///   - people: How many.
  init(_ covariance: SymmetricMatrix, people: Int) {
    let p = Double(covariance.size)
    let (n, nu) = (Double(people), Double(people - 1))
    mauchly = Result { () throws(StatisticsError) in try Mauchly(covariance, people: people) }
    guard covariance.size > 1 else {
      greenhouseGeisser = 1
      huynhFeldt = .value(1)
      return
    }
    let trace = covariance.trace
    let epsilon = min(1, trace * trace / (p * covariance.sumOfSquares))
    greenhouseGeisser = epsilon
    let rest = nu - p * epsilon
    huynhFeldt =
      rest > 1e-9 * nu
      ? .value(min(1, (n * p * epsilon - 2) / (p * rest)))
      : .unavailable("there are too few people for so many occasions")
  }
}

extension Sphericity.Mauchly {
  fileprivate init(_ covariance: SymmetricMatrix, people: Int) throws(StatisticsError) {
    let (size, p, nu) = (covariance.size, Double(covariance.size), Double(people - 1))
    guard size > 1 else {
      throw .undetermined(
        "of two occasions there is one difference, and nothing it could be unlike")
    }
    guard people > size else { throw .tooFew(.cases, found: people, needed: size + 1) }
    guard let factor = Cholesky(covariance) else {
      throw .undetermined("the differences between some occasions follow from the others")
    }
    let logW = min(0, factor.logDeterminant - p * log(covariance.trace / p))
    let rho = 1 - (2 * p * p + p + 2) / (6 * p * nu)
    let box = (p + 2) * (p - 1) * (p - 2) * (2 * p * p * p + 6 * p * p + 3 * p + 2)
    let second = box / (288 * (nu * p * rho) * (nu * p * rho))
    let z = -nu * rho * logW
    let df = p * (p + 1) / 2 - 1
    guard rho > 0 else {
      throw .undetermined("there are too few people for its chi-square approximation")
    }
    let (first, next) = try computing { () throws(NumericsError) in
      (
        try ChiSquare(degreesOfFreedom: df).upperTail(z),
        try ChiSquare(degreesOfFreedom: df + 4).upperTail(z)
      )
    }
    self.init(w: exp(logW), pValue: min(1, max(0, first + second * (next - first))))
  }
}
