import AttuneData

/// What a linear model of groups is made of: columns that sum to 0 over the levels of each factor.
///
/// With such columns the constant is the mean of all cells alike, and each level's mean is the
/// constant and its own row of the factor's columns.
struct EffectCoding {
  /// A covariate, a factor, or several factors together.
  struct Term {
    /// `contact:site` for factors together.
    let name: String
    /// The factors that it is made of; none for a covariate.
    let factors: [String]
    let columns: [[Double]]
  }

  let terms: [Term]

  /// The covariates, each of the first `count` factors, and every two of them together.
  init(_ data: FactorialScores, factors count: Int) {
    var terms = data.covariates.map { covariate in
      let moments = Moments(of: covariate.values)
      return Term(
        name: covariate.name, factors: [], columns: [covariate.values.map(moments.deviation)])
    }
    let mains = data.factors.prefix(count).map { factor in
      Term(
        name: factor.name, factors: [factor.name],
        columns: (0..<factor.levels.count - 1).map { column in
          factor.places.map { Self.code(of: $0, in: column, levels: factor.levels.count) }
        })
    }
    terms += mains
    for (index, one) in mains.enumerated() {
      for other in mains.dropFirst(index + 1) {
        terms.append(
          Term(
            name: "\(one.name):\(other.name)", factors: one.factors + other.factors,
            columns: one.columns.flatMap { left in
              other.columns.map { right in zip(left, right).map { $0 * $1 } }
            }))
      }
    }
    self.terms = terms
  }

  /// 1 at its own level, -1 at the last, else 0.
  static func code(of place: Int, in column: Int, levels: Int) -> Double {
    place == column ? 1 : place == levels - 1 ? -1 : 0
  }
}
