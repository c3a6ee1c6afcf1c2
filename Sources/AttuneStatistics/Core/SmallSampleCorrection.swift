import AttuneNumerics

/// A standardised difference without the bias of small samples: Hedges' J times d.
///
///     J = gamma(df / 2) / (sqrt(df / 2) gamma((df - 1) / 2))        df > 1
func correctedForSmallSamples(_ d: Double, df: Double) throws(StatisticsError) -> Quantity {
  guard df > 1 else { return .unavailable("with two cases nothing corrects it") }
  return .value(
    d * (try computing { () throws(NumericsError) in try halfStepGammaRatio(df / 2) }))
}
