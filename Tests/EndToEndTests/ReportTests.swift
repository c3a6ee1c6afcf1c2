import AttuneTestSupport
import Foundation
import Testing

/// The report's numbers are those of the commands for the same question.
@Suite struct ReportTests {
  private let data: [String] = {
    let start = Program.root.appending(path: "datasets/keep_study/SIMULATED_keep_study").path()
    return [
      "\(start)_responses.csv", "--instrument",
      Program.root.appending(path: "instruments/keep.instrument").path(),
    ]
  }()

  private func tables(_ arguments: [String]) throws -> [String: [[String: Any]]] {
    let outcome = try Program.run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    var found: [String: [[String: Any]]] = [:]
    for table in try #require(object["tables"] as? [[String: Any]]) {
      found[try #require(table["id"] as? String)] = table["rows"] as? [[String: Any]]
    }
    return found
  }

  @Test func twoHundredNumbersAreTheCommands() throws {
    let report = try tables(["report"] + data)
    let described = try tables(["describe"] + data)
    let alphas = try tables(["reliability"] + data)
    let planned = try tables(["analyse"] + data)
    var pairs: [(place: String, shown: Double, own: Double)] = []
    func pair(
      _ place: String, _ row: [String: Any], _ column: String, _ other: [String: Any]?,
      _ otherColumn: String? = nil
    ) {
      guard let shown = row[column] as? Double, let other,
        let own = other[otherColumn ?? column] as? Double
      else { return }
      pairs.append(("\(place) \(column)", shown, own))
    }
    for row in report["scores"] ?? [] {
      let name = row["score"] as? String ?? ""
      let own = described["scales"]?.first { $0["scale"] as? String == name }
      for column in ["mean", "std_dev"] { pair(name, row, column, own) }
    }
    for (id, rows) in report {
      for row in rows where id.hasPrefix("reliability-") {
        let name = String(id.dropFirst("reliability-".count))
        let own = alphas["reliability"]?.first { $0["scale"] as? String == name }
        for column in ["estimate", "conf_low", "conf_high"] { pair(name, row, column, own) }
      }
      for row in rows where id.hasPrefix("items-") {
        let name = (row["item"] as? String ?? "").split(separator: " ").first.map(String.init)
        let item = described["items"]?.first { $0["item"] as? String == name }
        pair(name ?? "", row, "mean", item)
        let rest = alphas["items"]?.first { $0["item"] as? String == name }
        pair(name ?? "", row, "r_rest", rest)
      }
      for row in rows where id.hasSuffix("-groups") {
        let plan = String(id.prefix { $0 != "-" })
        for column in ["mean", "std_dev"] {
          // `People in contact (in_contact)`.
          let group = (row["group"] as? String)?.split(separator: "(").last.map { $0.dropLast() }
            .map(String.init)
          let own = (planned["groups"] ?? []).filter {
            $0["plan"] as? String == plan && $0["group"] as? String == group
          }
          let shown = row[column] as? Double
          if let shown, !own.isEmpty {
            let nearest = own.compactMap { $0[column] as? Double }
              .min { abs($0 - shown) < abs($1 - shown) }
            if let nearest { pairs.append(("\(plan) \(column)", shown, nearest)) }
          }
        }
      }
    }
    #expect(pairs.count >= 100)
    var state: UInt64 = 2026
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let drawn = pairs[Int(state >> 33) % pairs.count]
      // A report rounds in every format: to two decimals, or to as few as tell nothing of people.
      let scales = drawn.place.hasPrefix("met ") ? [1.0] : [100.0, 10]
      #expect(
        scales.contains { abs((drawn.own * $0).rounded() / $0 - drawn.shown) < 1e-9 }, "\(drawn)")
    }
  }

  @Test func isWrittenInEveryForm() throws {
    for (format, mark) in [
      ("html", "<!doctype html>"), ("markdown", "# Keeping in Touch"),
      ("latex", "\\begin{document}"),
    ] {
      let outcome = try Program.run(["report"] + data + ["--format", format])
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(outcome.output.contains(mark))
      #expect(outcome.output.contains("SIMULATED"))
      #expect(outcome.output.contains("Counts from 1 to 9 are hidden"))
    }
    let summary = try Program.run(["report"] + data + ["--summary", "--format", "markdown"])
    #expect(summary.output.contains("About 50 people answered."))
  }

  @Test func theFloorIsHeld() throws {
    let low = try Program.run(["report"] + data + ["--floor", "3"])
    #expect(low.status == 64)
    #expect(low.messages.contains("never below 5"))
    let changed = try Program.run(["report"] + data + ["--floor", "6", "--format", "markdown"])
    #expect(changed.output.contains("THE FLOOR WAS CHANGED"))
    let team = try Program.run(["report"] + data + ["--team", "--format", "markdown"])
    #expect(team.output.contains("NOT FOR RELEASE"))
  }

  // MARK: Every instrument

  private func report(_ set: String, _ more: [String]) throws -> String {
    let instrument = set.prefix { $0 != "_" }
    let outcome = try Program.run(
      [
        "report",
        Program.root.appending(path: "datasets/\(set)/SIMULATED_\(set)_responses.csv").path(),
        "--instrument", Program.root.appending(path: "instruments/\(instrument).instrument").path(),
      ] + more)
    #expect(outcome.status == 0, "\(outcome.messages)")
    return outcome.output
  }

  private static let sets = [
    "alongside_study", "keep_study", "links_study", "say_small", "selfhelp_study",
  ]

  /// The numbers of the JSON are those that the page prints, digit for digit: nothing more exact can be
  /// had by asking for another format.
  @Test(arguments: sets) func theJSONIsNoMoreExactThanThePage(set: String) throws {
    let json = try report(set, ["--format", "json"])
    for number in json.matches(of: /": (-?[0-9.eE+-]+)[,}]/) {
      #expect(number.output.1.contains(/^-?[0-9]+(\.[0-9]{1,2})?$/), "\(number.output.1)")
    }
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let tables = try #require(object?["tables"] as? [[String: Any]])
    var printed = try printedTables(report(set, ["--format", "markdown"]))[...]
    for table in tables {
      let rows = try #require(table["rows"] as? [[String: Any]])
      let columns = try #require(table["columns"] as? [[String: Any]]).compactMap {
        $0["name"] as? String
      }
      let first = rows.first?[try #require(columns.first)].map { "\($0)" }
      let start = try #require(
        printed.firstIndex { $0.count == rows.count && $0[0][0] == first }, "\(columns)")
      for (row, texts) in zip(rows, printed[start]) {
        for (column, text) in zip(columns, texts) {
          guard let number = row[column] as? Double else { continue }
          #expect(Double(text.replacing("\u{2212}", with: "-")) == number, "\(row) \(text)")
          let isCount = ["n", "count"].contains(column)
          #expect(!isCount || number.truncatingRemainder(dividingBy: 5) == 0)
        }
      }
      printed = printed[(start + 1)...]
    }
  }

  /// What can be told of a page without a browser; `make check-report` opens each in one.
  @Test(arguments: sets) func aPageHasWhatEveryReaderNeeds(set: String) throws {
    let page = try report(set, [])
    #expect(page.contains("<html lang=\"en-GB\">") && page.contains("name=\"viewport\""))
    #expect(page.matches(of: /<h1>/).count == 1)
    let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
    let pictures = page.matches(of: /<svg/).count
    #expect(pictures > 0)
    #expect(page.matches(of: /role="img" aria-labelledby="[^"]+ [^"]+"/).count == pictures)
    #expect(page.matches(of: /<desc id="[^"]+">[^<]+</).count == pictures)
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: /href="([^"]+)"/) {
      #expect(link.output.1.hasPrefix("#") && ids.contains(String(link.output.1.dropFirst())))
    }
    for labels in page.matches(of: /aria-labelledby="([^"]+)"/) {
      #expect(labels.output.1.split(separator: " ").allSatisfy { ids.contains(String($0)) })
    }
    for mark in ["<script", "src=", "@import", "url(", "onload", "<link"] {
      #expect(!page.contains(mark))
    }
    let tables = page.matches(of: /<table/).count
    #expect(page.matches(of: /<caption/).count == tables)
    #expect(page.matches(of: /<th scope="col"/).count >= tables)
  }

  /// Of each plan the prediction and its basis stand before the first number.
  @Test(arguments: sets) func predictionsComeFirst(set: String) throws {
    let page = try report(set, ["--format", "markdown"])
    let plans = page.components(separatedBy: "\n### ").dropFirst().filter {
      $0.contains("- Predicted: ")
    }
    #expect(!plans.isEmpty)
    for plan in plans {
      let prediction = try #require(plan.range(of: "- Predicted: "))
      for number in ["interval", "| mean |", "Nothing is shown", "Rho ", "Not tested"] {
        if let found = plan.range(of: number) {
          #expect(prediction.lowerBound < found.lowerBound)
        }
      }
    }
    for part in ["Methods and sources", "How to make this report again"] {
      #expect(page.contains("## \(part)"))
    }
    #expect(page.matches(of: /SHA-256 of the (answers|instrument): [0-9a-f]{64}/).count == 2)
  }

  @Test(arguments: sets) func theSummaryIsReadAtTheAgeOfNineToEleven(set: String) throws {
    let summary = try report(set, ["--summary", "--format", "markdown"])
    let grade = ReadingGrade(of: summary)
    #expect(grade.words > 150)
    #expect(grade.value <= 6, "\(grade.value)")
  }

  /// Every average of the summary stands in the report too.
  @Test(arguments: sets) func theSummaryHasTheReportsNumbers(set: String) throws {
    let summary = try report(set, ["--summary", "--format", "markdown"])
    let full = try report(set, ["--format", "markdown"])
    let averages = summary.matches(of: /the average is ([0-9.]+[0-9])\./).map(\.output.1)
    #expect(averages.count >= 2)
    for average in averages { #expect(full.contains("| \(average) |")) }
  }
}

/// The cells of each table of a Markdown page.
private func printedTables(_ page: String) -> [[[String]]] {
  page.replacing("\\", with: "").components(separatedBy: "\n\n").compactMap { block in
    let lines = block.split(separator: "\n").filter { $0.hasPrefix("|") }
    guard lines.count > 2 else { return nil }
    return lines.dropFirst(2).map { line in
      line.dropFirst().dropLast().components(separatedBy: " | ").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }
}
