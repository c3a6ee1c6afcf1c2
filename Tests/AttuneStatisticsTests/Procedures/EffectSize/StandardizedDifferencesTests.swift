import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct StandardizedDifferencesTests {
  // R 4.2.2, formulas written out: 11 comparisons.
  @Test func agreeWithR() throws {
    var agreement = Agreement()
    var limits = Agreement()
    for data in try TwoGroupData.all(in: "two_groups_effects") {
      let outcome = try StandardizedDifferences().apply(to: data.groups)
      let delta = try CliffsDelta().apply(to: data.groups)
      for row in data.rows {
        let expected = try #require(Double(row["value"] ?? ""))
        let place = "\(data.key) \(row["statistic"] ?? "") \(row["row"] ?? "")"
        switch (row["statistic"], row["row"]) {
        case ("cohens_d_pooled", _):
          agreement.compare(outcome.d.estimate, with: expected, at: place)
        case ("glass_delta_sd2", _):
          guard case .success(let glass) = outcome.glassDelta else { continue }
          agreement.compare(glass.estimate, with: expected, at: place)
        case ("cohens_d_avg_sd", _):
          agreement.compare(outcome.dWelch.estimate, with: expected, at: place)
        case ("rank_biserial_ci95", "lower"):
          guard case .success(let interval) = delta.rankBiserialInterval else { continue }
          agreement.compare(interval.lower, with: expected, at: place)
        case ("rank_biserial_ci95", _):
          guard case .success(let interval) = delta.rankBiserialInterval else { continue }
          agreement.compare(interval.upper, with: expected, at: place)
        case ("cohens_d_ci95", "lower"):
          limits.compare(outcome.d.interval.lower, with: expected, at: place)
        case ("cohens_d_ci95", _):
          limits.compare(outcome.d.interval.upper, with: expected, at: place)
        default: continue
        }
      }
    }
    #expect(agreement.count > 50)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "d, d for Welch, Glass's delta, interval of rank-biserial r",
      against: "R 4.2.2, formulas written out", agreement)
    #expect(limits.count == 22)
    // R's pnt is good to about 1e-12 of a tail, which near 0 moves a limit by more of itself.
    #expect(limits.largest < 1e-8, "\(limits)")
    try Verification.record(
      "Interval of Cohen's d", against: "R 4.2.2 pt with ncp, inverted by uniroot", limits)
  }

  // scipy 1.17.1 nct, inverted by brentq; effectsize 0.8.3 glass_delta, whose search stops at 1e-4.
  @Test func theirIntervalsAgreeWithScipyAndR() throws {
    var welch = Agreement()
    for (key, rows) in try IndependentGroupsTests.rows("independent_groups_python")
    where key[0] != "inline" {
      let parts = key[1].split(separator: " ~ ").map(String.init)
      let outcome = try StandardizedDifferences().apply(
        to: IndependentGroupsTests.groups(key[0], parts[0], by: parts[1]))
      for row in rows {
        let expected = try #require(Double(row["value"] ?? ""))
        let value: Double
        switch row["statistic"] {
        case "d_welch": value = outcome.dWelch.estimate
        case "g_welch": value = try outcome.gWelch.get().estimate
        case "d_welch_low": value = outcome.dWelch.interval.lower
        case "d_welch_high": value = outcome.dWelch.interval.upper
        default: continue
        }
        welch.compare(value, with: expected, at: "\(key) \(row["statistic"] ?? "")")
      }
    }
    #expect(welch.count == 16)
    #expect(welch.largest < 1e-9, "\(welch)")
    try Verification.record(
      "d and g for Welch, with interval", against: "NumPy, scipy 1.17.1 nct inverted", welch)
    for (key, rows) in try IndependentGroupsTests.rows("independent_groups") {
      let glass = rows.filter { $0["statistic"]?.hasPrefix("glass") == true }
      guard !glass.isEmpty else { continue }
      let parts = key[1].split(separator: " ~ ").map(String.init)
      let delta = try StandardizedDifferences().apply(
        to: IndependentGroupsTests.groups(key[0], parts[0], by: parts[1])
      ).glassDelta.get()
      for row in glass {
        let expected = try #require(Double(row["value"] ?? ""))
        switch row["statistic"] {
        case "glass_delta": #expect(deviation(delta.estimate, from: expected) < 1e-12)
        case "glass_low": #expect(abs(delta.interval.lower - expected) < 1e-4, "\(key)")
        default: #expect(abs(delta.interval.upper - expected) < 1e-4, "\(key)")
        }
      }
    }
  }
}
