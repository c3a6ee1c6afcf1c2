import AttuneTables

/// Tables that the renderers are tried on.
enum Samples {
  static let plain = Table(
    "welch", title: "Two groups",
    columns: [.group, .cases, .mean, .estimate.labelled("r", .bounded), .pValue],
    rows: [
      [.text("a"), .count(12), .real(-1.861), .real(0.5), .real(0.00012)],
      [.text("b, c"), .count(9), .real(1234.5), .real(-0.126), .unavailable("it has one case")],
    ],
    notes: ["12 cases, all used."])

  static let hostile = Table(
    "hostile", title: "Title\u{1B}[31m",
    columns: [.item, .group],
    rows: [
      [.text("=1+1"), .text("a|b*c*<i>")],
      [.text("say \"hi\"\nthere"), .text("\u{1B}]0;x\u{7}\u{202E}")],
      [.text("-2"), .text("\ttab")],
    ])

  static func results(_ tables: [Table]) -> Results {
    Results(
      version: "0.1.0", command: "compare",
      source: Results.Source(path: "my data.csv", sha256: "00ff", cases: 21),
      options: [Results.Setting("level", .real(0.95)), Results.Setting("by", .text("group"))],
      tables: tables,
      cautions: [Caution("negative-item", about: ["q4"], "'q4' goes against the rest.")])
  }
}
