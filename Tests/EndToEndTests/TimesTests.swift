import Foundation
import GRDB
import Testing

/// Times to the minute, from the instrument's line to the exported file.
@Suite struct TimesTests {
  private let finished = "\n\n1\n3\n2\n3\n\n2\n"
  private let columns = "begun_at,finished_at,minutes"

  private func study(_ times: String) throws -> Study {
    try Study(
      instrument: Study.short
        .replacing("  answer: agreement", with: times + "  answer: agreement")
        .replacing("> {team}", with: "> We note the time at which you begin and finish. {team}"))
  }

  private func exported(_ study: Study) throws -> [String] {
    let export = try study.attune("export")
    #expect(export.status == 0, "\(export.messages)")
    return try study.scratch.text("study/exports/responses.csv")
      .split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func areExportedAndSummedUpWhereTheyAreKept() throws {
    let study = try study("  times kept: to the minute\n")
    _ = try study.attune("run", input: finished)
    let rows = try exported(study)
    #expect(rows.first == "person,form,\(columns),calm,heard,safe")
    let minute = /1,full,20\d\d-\d\d-\d\dT\d\d:\d\d(?:Z|[+-]\d\d:\d\d),20[^,]+,[01],3,2,3/
    #expect(try minute.wholeMatch(in: try #require(rows.last)) != nil, "\(rows)")

    // A test cannot wait ten minutes, or set the clock back.
    for (begun, length) in [
      ("2026-11-24T10:00Z", "\"n\": 1, \"not_known\": 0, \"median_minutes\": 10.0"),
      ("2026-11-24T10:20Z", "\"n\": 0, \"not_known\": 1, \"median_minutes\": {\"unavailable\""),
    ] {
      try study.edit(
        "UPDATE session SET begunAt = ?, finishedAt = '2026-11-24T10:10Z'", [begun])
      let status = try Program.run(["study", "status", study.path])
      #expect(status.output.contains("How long it took"))
      let json = try Program.run(["study", "status", study.path, "--format", "json"])
      #expect(json.output.contains(length), "\(json.output)")
    }
    #expect(try exported(study).last?.hasSuffix("T10:20Z,2026-11-24T10:10Z,,3,2,3") == true)
  }

  @Test func areNowhereOtherwise() throws {
    let study = try study("")
    _ = try study.attune("run", input: finished)
    #expect(try exported(study).first == "person,form,calm,heard,safe")
    #expect(!(try Program.run(["study", "status", study.path]).output.contains("How long")))
    let kept = try DatabaseQueue(path: study.path + "/answers.sqlite").read { db in
      try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM session WHERE begunAt IS NULL AND finishedAt IS NULL")
    }
    #expect(kept == 1)
  }
}
