import AttuneData
public import AttuneInstrument

/// The answers of a `responses.csv` that `ResponseExport` wrote, with the reasons beside it.
public struct ResponseFile: Sendable {
  public let export: ResponseExport
  /// What was not found, in sentences.
  public let remarks: [String]

  /// Reads `path`, and the file of reasons beside it where it is there: `reasons.csv` beside
  /// `responses.csv`, `x_reasons.csv` beside `x.csv`.
  ///
  /// - Throws: `FileError`, `DelimitedTextError`, or `ResponseFileError` for an answer that is none.
  public init(_ path: String, of instrument: Instrument) throws {
    let responses = try Self.levels(of: path)
    var remarks: [String] = []
    var reasons: [String: [String?]] = [:]
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let besideName =
      name.contains("responses")
      ? name.replacing("responses", with: "reasons")
      : (name.hasSuffix(".csv") ? name.dropLast(4) : name) + "_reasons.csv"
    let beside = path.dropLast(name.count) + besideName
    do {
      reasons = try Self.levels(of: String(beside)).values
    } catch FileError.missing {
      remarks.append(
        "There is no '\(beside)', so nobody knows why answers are missing; I write 'skipped'.")
    }
    let columns = ResponseColumn.answers(of: instrument)
    let unknown = columns.filter { responses.values[$0.name] == nil }.map(\.name)
    if !unknown.isEmpty {
      remarks.append("The file has no column \(unknown.joined(separator: ", ")).")
    }
    let origin: ResponseExport.Origin =
      responses.values["simulated"] != nil
      ? .simulated : responses.values["practice"] != nil ? .practice : .live
    let groups = instrument.groups.filter { $0.source == .facilitator }.map(\.name)

    var submissions: [Submission] = []
    for row in 0..<responses.count {
      func value(_ name: String) -> String? { responses.values[name]?[row].map(Self.unguarded) }
      var submission = Submission(answers: [:])
      for column in columns {
        guard case .answer(let item) = column.content, responses.values[item.name] != nil else {
          continue
        }
        if let text = value(item.name) {
          let words = item.writeIn == nil ? nil : value(item.name + "_words")
          guard let answer = Self.value(text, inOwnWords: words, of: item) else {
            throw ResponseFileError(column: item.name, row: row + 1, value: text)
          }
          submission.answers[item.name] = .value(answer)
        } else {
          let reason = reasons[item.name]?[row]
          submission.answers[item.name] = .missing(
            MissingReason.allCases.first { $0.name == reason } ?? .skipped)
        }
      }
      submission.role = value("role")
      submission.form = value("form").flatMap { $0 == "full" ? nil : $0 }
      for group in groups { submission.settings[group] = value(group) }
      if let begun = value("begun_at") {
        submission.times = SessionTimes(begun: begun, finished: value("finished_at"))
      }
      submission.isHelpGiven = value("help_given") == "1"
      submission.isFromPaper = value("from_paper") == "1"
      submissions.append(submission)
    }
    let numbers = (responses.values["person"] ?? []).compactMap { $0.flatMap { Int($0) } }
    export = ResponseExport(
      submissions, of: instrument, origin: origin,
      numbers: numbers.count == submissions.count ? numbers : nil)
    self.remarks = remarks
  }

  private static func levels(of path: String) throws -> (values: [String: [String?]], count: Int) {
    var header: [String] = []
    do {
      let file = try DelimitedFile(reading: path) { names in
        header = names
        return ColumnRequest(scores: [], levels: names)
      }
      return (file.columns.levels.mapValues(\.values), file.columns.caseCount)
    } catch let error as DelimitedTextError where error.problem == .noRows {
      // Nobody has answered yet.
      return (Dictionary(uniqueKeysWithValues: header.map { ($0, []) }), 0)
    }
  }

  /// Without the apostrophe that keeps spreadsheets from computing.
  private static func unguarded(_ text: String) -> String {
    guard text.hasPrefix("'"), let first = text.unicodeScalars.first(where: { $0 != "'" }),
      "=+-@\t\r".unicodeScalars.contains(first)
    else { return text }
    return String(text.dropFirst())
  }

  private static func value(
    _ text: String, inOwnWords words: String?, of item: Item
  ) -> AnswerValue? {
    func code(_ written: some StringProtocol) -> Int? {
      item.format.choices.first { $0.written == written }?.code
    }
    switch item.format {
    case .chooseOne: return code(text).map { .choice($0, inOwnWords: words) }
    case .chooseAny:
      let codes = text.split(separator: ";").map { code($0) }
      guard codes.allSatisfy({ $0 != nil }) else { return nil }
      return .choices(codes.compactMap { $0 }.sorted())
    case .number: return Double(text).map(AnswerValue.number)
    case .text: return .text(text)
    case .date: return .date(text)
    }
  }
}

/// An answer in a file that the instrument does not have.
public struct ResponseFileError: Error, Sendable, Hashable, CustomStringConvertible {
  public let column: String
  public let row: Int
  /// Shown nowhere: it may be what a person wrote.
  let value: String

  public var description: String {
    "row \(row) of the data has an answer in column '\(column)' that the instrument does not offer"
  }
}
