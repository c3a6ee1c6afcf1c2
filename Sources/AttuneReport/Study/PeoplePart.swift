import AttuneInstrument
import AttuneScoring
import AttuneTables

/// Who answered, in which groups, and who is not in the results and why.
struct PeoplePart {
  let report: ReportComposer

  var blocks: [StudyReport.Block] {
    let subject = report.subject
    var rows: [[Cell]] = [[.text("in these results"), report.count("people")]]
    for other in subject.others ?? [] where other.count > 0 {
      rows.append([.text(other.words), report.count("others/\(other.id)")])
    }
    var blocks: [StudyReport.Block] = [
      .table(
        Table(
          "people", title: "People",
          columns: [Column("who", "who", .text), .cases], rows: rows))
    ]
    for name in ReportCounts.groupings(of: subject.instrument) {
      let order = subject.sample.levels(name).order
      guard !order.isEmpty else { continue }
      blocks.append(
        .table(
          Table(
            "group-\(name)", title: report.names.grouping(name), columns: [.group, .cases],
            rows: order.map {
              [.text(report.names.level($0, of: name)), report.count("group/\(name)/\($0)")]
            } + [[.text("in none of these, or not known"), report.count("group/\(name)/none")]])))
    }
    blocks.append(
      .paragraph(
        subject.others == nil
          ? "How many people were invited, started, stopped or withdrew is not in the file."
          : "How many people were invited is not recorded here. People who have left services are the "
            + "hardest to reach."))
    return blocks
  }
}
