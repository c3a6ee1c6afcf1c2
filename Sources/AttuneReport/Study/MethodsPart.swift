import AttuneInstrument
import AttuneStatistics
import AttuneTables

/// Who may not have read the questions, where the methods are described, and how to do it again.
struct MethodsPart {
  let report: ReportComposer

  var careless: [StudyReport.Block] {
    [
      .table(
        Table(
          "careless", title: "Flagged answers", columns: [Column("who", "who", .text), .cases],
          rows: [
            [.text("a long run of one answer, or agreeing both ways"), report.count("flagged")]
          ])),
      .paragraph(
        "A flag is a question, not a verdict: people may honestly give one answer throughout, and "
          + "answers given at random look like others. Nobody was left out for it; planned tests are "
          + "repeated without the flagged answers where the plan says so."),
    ]
  }

  var sources: [String] {
    var lines = report.analysis.answers.flatMap(\.tests).map { test in
      "\(test.result.method): \(test.trial.sources.joined(separator: ", "))."
    }
    lines.append("Cronbach's alpha: \(CronbachAlpha.about.sources.joined(separator: ", ")).")
    lines += companions.map { "\($0.title): \($0.sources.joined(separator: ", "))." }
    switch report.instrument.analysis.correction ?? .holm {
    case .holm: lines.append("Correction within a family: Holm (1979), doi:10.2307/4615733.")
    case .bonferroni:
      lines.append("Correction within a family: Dunn (1961), doi:10.1080/01621459.1961.10482090.")
    case .none: break
    }
    lines.append("Long runs: Johnson (2005), doi:10.1016/j.jrp.2004.09.009.")
    lines.append("Bars: Heiberger & Robbins (2014), doi:10.18637/jss.v057.i05.")
    lines.append("Hidden counts: Fischetti & Salazar (2000), doi:10.1287/mnsc.46.7.1008.12036.")
    lines.append("Decimals of means: Brown & Heathers (2017), doi:10.1177/1948550616673876.")
    lines += report.instrument.sources.map { "The instrument: \($0)" }
    var seen: Set<String> = []
    return lines.filter { !$0.hasSuffix(": .") && seen.insert($0).inserted }
  }

  /// The tests that stand beside the planned ones.
  private var companions: [Method] {
    let names = Set(
      report.analysis.answers.flatMap(\.tests).flatMap(\.result.companions).map(\.method))
    let known = [
      WelchTTest.about, MannWhitney.about, PermutationTest.about, WelchANOVA.about,
      KruskalWallis.about, ChiSquareTest.about, PearsonCorrelation.about,
      SpearmanCorrelation.about, PairedTTest.about, WilcoxonSignedRank.about,
      RepeatedMeasuresANOVA.about,
    ]
    let hasSites = report.analysis.answers.flatMap(\.tests).contains { $0.result.bySite != nil }
    return known.filter { names.contains($0.title) } + (hasSites ? [ClusterBootstrap.about] : [])
  }

  var reproduction: [String] {
    let subject = report.subject
    let frozen = subject.sample.standing.frozenOn.map { ", frozen on \($0)" } ?? ", not frozen"
    return [
      "attune \(subject.version); instrument \(subject.instrument.name) "
        + "\(subject.instrument.version)\(frozen).",
      subject.instrumentHash.map { "SHA-256 of the instrument: \($0)." },
      "SHA-256 of the answers: \(subject.sourceHash).",
      "Made by: \(subject.command)",
    ].compactMap { $0 }
  }
}
