import AttuneExchange
import AttuneInstrument
import AttuneTables
import Foundation

/// Writes the files of an export into one folder, and says what they could not carry.
struct ExportWriting {
  private let folder: String

  init(to folder: String) { self.folder = folder }

  func callAsFunction(_ formats: [ExportFormat], of source: ExportSource) throws {
    for format in formats {
      if let export = source.export {
        try send(format, export)
      } else if format.needsNoAnswers || format == .fhir {
        try writeQuestionnaire(format, source.instrument)
      } else {
        throw failure(
          "there are no answers in an instrument; \(format.rawValue) is written of a study.")
      }
    }
  }

  private func send(_ format: ExportFormat, _ export: ResponseExport) throws {
    let people = "\(export.count) \(export.count == 1 ? "person" : "people")"
    switch format {
    case .csv:
      try writeTables(of: export)
      say("Wrote \(folder)/responses.csv and reasons.csv: \(people).")
    case .sav: try put(SPSSFile().write(export), "responses.sav", people)
    case .dta: try put(StataFile().write(export), "responses.dta", people)
    case .xlsx:
      let workbook = Workbook([
        .init(export.responseTable, layout: .data), .init(export.reasonTable, layout: .data),
        .init(Codebook(export.instrument, hasScores: export.hasScores).table, layout: .results),
      ])
      try write(workbook, to: "\(folder)/responses.xlsx")
      say("Wrote \(folder)/responses.xlsx: \(people).")
      tell(workbook.losses)
    case .dataPackage:
      try writeTables(of: export)
      try put(DataPackage().write(export), "datapackage.json", "with responses.csv and reasons.csv")
    case .r:
      try writeTables(of: export)
      try put(RScript().write(export), "responses.R", "reads responses.csv and reasons.csv")
    case .python:
      try writeTables(of: export)
      try put(PythonScript().write(export), "responses.py", "reads responses.csv and reasons.csv")
    case .ddi:
      try writeTables(of: export)
      try put(DDICodebook().write(export), "ddi.xml", "describes responses.csv")
    case .fhir:
      try put(FHIRQuestionnaire(export.instrument).write(), "questionnaire.fhir.json", "questions")
      try put(FHIRResponses().write(export), "responses.fhir.json", people)
    case .redcap, .xlsform: try writeQuestionnaire(format, export.instrument)
    }
  }

  private func writeQuestionnaire(_ format: ExportFormat, _ instrument: Instrument) throws {
    switch format {
    case .xlsform:
      let form = XLSForm(instrument)
      try write(form.workbook, to: "\(folder)/xlsform.xlsx")
      say("Wrote \(folder)/xlsform.xlsx: questions.")
      tell(form.losses)
    case .fhir:
      try put(FHIRQuestionnaire(instrument).write(), "questionnaire.fhir.json", "questions")
    default: try put(REDCapDictionary().write(instrument), "redcap.csv", "questions")
    }
  }

  private func writeTables(of export: ResponseExport) throws {
    try write(export.responses, to: folder + "/responses.csv")
    try write(export.reasons, to: folder + "/reasons.csv")
  }

  private func put(_ file: ExchangeFile, _ name: String, _ what: String) throws {
    try write(Data(file.bytes), to: "\(folder)/\(name)")
    say("Wrote \(folder)/\(name): \(what).")
    tell(file.losses)
  }

  private func tell(_ losses: Losses) {
    for sentence in losses.sentences { say("  \(sentence)") }
  }
}
