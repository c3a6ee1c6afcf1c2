import AttuneData
import AttuneNumerics

/// What a model makes of any choice of people.
///
/// All that a combination has to say of its people are a few rows, which least squares on many
/// small models take instead of the people.
package struct ResampledTerms: Sendable {
  let model: FactorialModel
  package let strata: [Int]
  let cellNames: [String]
  /// Combination by combination.
  private let scores: [Double]
  private let covariates: [[Double]]
  /// Of each combination, the columns of each term that factors make up; none of a covariate.
  private let codes: [[[Double]]]

  init(_ data: FactorialScores, _ model: FactorialModel) {
    self.model = model
    let cells = Dictionary(grouping: data.values.indices) { row in
      data.factors.map { $0.places[row] }
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    strata = cells.map(\.value.count)
    cellNames = cells.map { places, _ in
      zip(data.factors, places).map { $0.levels[$1] }.joined(separator: ", ")
    }
    let order = cells.flatMap(\.value)
    let moments = Moments(of: data.values)
    scores = order.map { moments.deviation(of: data.values[$0]) }
    let measured = model.terms.filter(\.factors.isEmpty).flatMap(\.columns)
    covariates = measured.map { column in order.map { column[$0] } }
    codes = cells.map { _, rows in
      model.terms.map { term in term.factors.isEmpty ? [] : term.columns.map { $0[rows[0]] } }
    }
  }

  /// What the terms take up; `nil` where the model cannot be told or nothing is left unexplained.
  package func terms(of rows: [Int32]) -> [TermSquares]? {
    var constant: [Double] = []
    var drawn: [Double] = []
    var columns = model.terms.map { $0.columns.map { _ in [Double]() } }
    var rest = rows[...]
    var end = 0
    for (cell, size) in strata.enumerated() {
      end += size
      let people = rest.prefix { Int($0) < end }.map { Int($0) }
      rest = rest.dropFirst(people.count)
      guard !people.isEmpty else { return nil }
      let condensed = LeastSquares.condensed(
        [people.map { _ in 1 }] + covariates.map { column in people.map { column[$0] } }
          + [people.map { scores[$0] }])
      constant += condensed[0]
      drawn += condensed[condensed.count - 1]
      var covariate = 0
      for (place, term) in model.terms.enumerated() {
        if term.factors.isEmpty {
          covariate += 1
          columns[place][0] += condensed[covariate]
        } else {
          for (column, code) in codes[cell][place].enumerated() {
            columns[place][column] += condensed[0].map { code * $0 }
          }
        }
      }
    }
    let condensed = FactorialModel(
      terms: zip(model.terms, columns).map { term, columns in
        EffectCoding.Term(name: term.name, factors: term.factors, columns: columns)
      }, sumOfSquares: model.sumOfSquares, manipulated: model.manipulated)
    guard
      rows.count > model.parameterCount,
      let fitted = condensed.fit(drawn, constant: constant, caseCount: rows.count),
      fitted.whole.residualSumOfSquares > 1e-20 * drawn.reduce(0, { $0 + $1 * $1 })
    else { return nil }
    return fitted.terms
  }
}
