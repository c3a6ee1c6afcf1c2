import AttuneNumerics

/// Runs a computation of `AttuneNumerics` and passes its trouble on as this module's.
func computing<Value>(
  _ body: () throws(NumericsError) -> Value
) throws(StatisticsError) -> Value {
  do { return try body() } catch { throw .numerics(error) }
}
