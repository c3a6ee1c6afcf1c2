import AttuneData
import AttuneNumerics

/// The terms of a linear model, and what each takes up of the squares of scores.
///
/// The formulas stand at `FactorialANOVA`.
struct FactorialModel {
  let terms: [EffectCoding.Term]
  let sumOfSquares: FactorialANOVA.SumOfSquares
  /// The factors that were given to people and not found in them.
  let manipulated: Set<String>

  /// The constant and the columns of all terms.
  var parameterCount: Int { 1 + terms.reduce(0) { $0 + $1.columns.count } }

  /// Fits the whole model and what is left of it without each term.
  ///
  /// - Parameters:
  ///   - scores: One for each row of the terms' columns.
  ///   - constant: 1 in each row; of rows that were condensed, what became of it.
  ///   - caseCount: How many people the rows are of.
  /// - Returns: The whole and each term; `nil` where some of it tells nothing apart that the rest does
  ///   not.
  func fit(
    _ scores: [Double], constant: [Double], caseCount: Int
  ) -> (whole: LeastSquares, terms: [TermSquares])? {
    func fit(_ terms: [EffectCoding.Term]) -> LeastSquares? {
      LeastSquares(scores, on: [constant] + terms.flatMap(\.columns))
    }
    guard let whole = fit(terms) else { return nil }
    var sums: [Double] = []
    for term in terms {
      let others = terms.filter { other in
        guard other.name != term.name else { return false }
        return sumOfSquares == .type3 || term.factors.isEmpty || !other.contains(term)
      }
      // The squares that the term's own columns take up when they come last.
      guard let without = fit(others), let with = fit(others + [term]) else { return nil }
      sums.append(max(0, without.residualSumOfSquares - with.residualSumOfSquares))
    }
    let error = whole.residualSumOfSquares
    let measured = zip(terms, sums).reduce(0) { $0 + (isManipulated($1.0) ? 0 : $1.1) }
    return (
      whole,
      zip(terms, sums).map { term, sum in
        TermSquares(
          sum: sum, degreesOfFreedom: term.columns.count, error: error,
          errorDegrees: caseCount - parameterCount,
          generalizedTotal: (isManipulated(term) ? sum : 0) + measured + error,
          caseCount: caseCount)
      }
    )
  }

  private func isManipulated(_ term: EffectCoding.Term) -> Bool {
    !term.factors.isEmpty && term.factors.allSatisfy(manipulated.contains)
  }
}

/// What one term takes up of the squares, and the share that it explains.
package struct TermSquares: Sendable {
  let sum: Double
  let degreesOfFreedom: Int
  let error: Double
  let errorDegrees: Int
  /// The term itself, all terms that were found in people, and error.
  let generalizedTotal: Double
  let caseCount: Int

  private var errorMeanSquare: Double { error / Double(errorDegrees) }

  var f: Double { sum / Double(degreesOfFreedom) / errorMeanSquare }

  var partialEtaSquared: Double { sum / (sum + error) }

  var generalizedEtaSquared: Double { sum / generalizedTotal }

  var partialOmegaSquared: Double {
    let df = Double(degreesOfFreedom)
    return (sum - df * errorMeanSquare) / (sum + (Double(caseCount) - df) * errorMeanSquare)
  }
}

extension EffectCoding.Term {
  /// Whether another term is part of this one.
  fileprivate func contains(_ other: Self) -> Bool {
    factors.count > other.factors.count && Set(factors).isSuperset(of: other.factors)
  }
}
