import AttuneData
import AttuneStatistics
import AttuneTables

/// A factorial analysis in plain words: what makes a difference, and what is left open.
struct FactorialSentence {
  let found: FactorialANOVA.Outcome
  let data: FactorialScores
  let level: ConfidenceLevel

  var text: String {
    let errorRate = 1 - level.rawValue
    // What two things do together is read first, for it says how to read each alone.
    let effects = found.effects.reversed()
    let clear = effects.filter { $0.pValue < errorRate }.map { words(of: $0) }
    let open = effects.filter { $0.pValue >= errorRate }.map { question(of: $0) }
    let parts = [
      clear.joined(separator: "; "),
      open.isEmpty ? "" : "these data leave open \(open.joined(separator: ", and "))",
    ].filter { !$0.isEmpty }
    return "In words: \(parts.joined(separator: "; "))."
  }

  private func factor(_ name: String) -> FactorialScores.Factor? {
    data.factors.first { $0.name == name }
  }

  private func isCovariate(_ name: String) -> Bool { data.covariates.contains { $0.name == name } }

  private func words(of effect: FactorialANOVA.Effect) -> String {
    let basis = """
      \(String.spoken(p: effect.pValue)), partial eta squared \
      \(APAStyle.show(effect.partialEtaSquared, as: .bounded))
      """
    if isCovariate(effect.name) { return "'\(effect.name)' goes with the score (\(basis))" }
    guard factor(effect.name) != nil else {
      return """
        the difference between the groups of '\(data.factors[0].name)' depends on \
        '\(data.factors[1].name)' (\(basis)), so compare within each of its groups before you read \
        either alone
        """
    }
    let means = found.adjustedMeans.filter { $0.factor == effect.name }.sorted { $0.mean > $1.mean }
    guard means.count == 2 else { return "the groups of '\(effect.name)' differ (\(basis))" }
    let shown = means.map { APAStyle.show($0.mean, as: .number) }
    return """
      '\(means[0].level)' scores higher than '\(means[1].level)' on average (adjusted means \
      \(shown[0]) and \(shown[1]); \(basis))
      """
  }

  private func question(of effect: FactorialANOVA.Effect) -> String {
    if isCovariate(effect.name) { return "whether '\(effect.name)' goes with the score" }
    guard factor(effect.name) != nil else {
      return """
        whether the difference between the groups of '\(data.factors[0].name)' depends on \
        '\(data.factors[1].name)'
        """
    }
    return "whether the groups of '\(effect.name)' differ"
  }
}
