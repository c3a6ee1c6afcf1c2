import AttuneInstrument
import AttuneTables
import Mustache

/// Writes a questionnaire as one printable page in large print: no scripts, nothing from the
/// network.
///
/// Every word of the instrument goes through the template's escaping, so that none can be markup.
/// The names of items and the codes of answers stand small at the edge: they are for whoever types
/// the answers in.
public struct HTMLPaper: Sendable {
  private let templates: MustacheLibrary

  public init() {
    do {
      templates = MustacheLibrary(templates: [
        "paper": try MustacheTemplate(
          string: String(decoding: PackageResources.paper_mustache, as: UTF8.self)),
        "boxes": try MustacheTemplate(
          string: String(decoding: PackageResources.boxes_mustache, as: UTF8.self)),
      ])
    } catch {
      preconditionFailure("the templates of paper forms are part of the program: \(error)")
    }
  }

  public func render(_ form: PaperForm) -> String {
    let footer = [form.version] + form.subtitles
    let view: View = [
      "language": form.language, "direction": form.isRightToLeft ? "rtl" : "ltr",
      "title": form.title.printed, "version": form.version.printed,
      "subtitles": form.subtitles.map(\.printed), "imprint": form.imprint.map(\.printed),
      "number": form.numberLabel.printed, "runningTitle": form.title.inStyleSheet,
      "runningFooter": footer.joined(separator: " \u{00B7} ").inStyleSheet,
      "parts": form.parts.enumerated().map { self.view($1, "p\($0)") },
    ]
    guard let page = templates.render(view, withTemplate: "paper") else {
      preconditionFailure("the template of paper forms is in the library")
    }
    return page
  }

  // MARK: What the template sees

  private typealias View = [String: Any]

  private func view(_ part: PaperForm.Part, _ id: String) -> View {
    var view: View = [
      "id": id, "kind": kind(part.kind), "isHowTo": part.kind == .howTo,
      "paragraphs": part.paragraphs.map(\.words.printed),
      "statements": part.statements.map { statement in
        ["name": statement.name, "words": statement.words.printed, "hint": statement.hint.printed]
      },
      "questions": part.questions.map { self.view($0) },
      "afterwards": part.afterwards.map(\.printed),
    ]
    view["heading"] = part.title?.printed
    view["partRouting"] = part.routing?.printed
    view["note"] = part.contentNote.map { note in
      [
        "noteTitle": note.title.printed, "noteWords": note.words.printed,
        "alternative": note.alternative.printed,
      ]
    }
    view["gate"] = part.gate.map { gate in
      ["gateWords": gate.words.printed, "boxes": gate.boxes.map { self.view($0) }] as View
    }
    return view
  }

  private func view(_ question: PaperForm.Question) -> View {
    let answer = question.answer
    var view: View = [
      "questionNumber": "\(question.number)", "questionName": question.name,
      "wordings": question.wordings.enumerated().map { index, wording in
        (index == 0 ? "\(question.number). " : "") + wording.words.printed
      },
      "boxes": answer.boxes.map { self.view($0) },
      "remarks": question.remarks.map(\.printed),
    ]
    view["questionRouting"] = question.routing?.printed
    view["contentNote"] = question.contentNote?.printed
    view["stem"] = question.stem?.printed
    view["hint"] = question.repeatsAnswers ? nil : answer.hint?.printed
    switch answer.space {
    case .boxes: break
    case .number(let unit): view["blank"] = ["unit": unit?.printed ?? ""]
    case .date(let precision): view["date"] = ["cells": cells(precision)]
    case .lines(let count): view["lines"] = (0..<count).map { "\($0)" }
    }
    return view
  }

  private func view(_ box: PaperForm.Box) -> View {
    var view: View = ["code": box.code, "label": box.label.printed, "isReason": box.isReason]
    view["ownWords"] = box.ownWords?.printed
    return view
  }

  /// The characters of a date, part by part: day, month, year.
  private func cells(_ precision: DatePrecision) -> [[String: [String]]] {
    let counts =
      switch precision {
      case .day: [2, 2, 4]
      case .month: [2, 4]
      case .year: [4]
      }
    return counts.map { ["places": Array(repeating: "", count: $0)] }
  }

  private func kind(_ kind: PaperForm.Part.Kind) -> String {
    switch kind {
    case .howTo: "how-to"
    case .information: "information"
    case .support: "support"
    case .consent: "consent"
    case .questions: "questions"
    case .ending: "ending"
    }
  }
}

extension String {
  /// The text as it is printed: digits of one number stay together and, in a line that runs from
  /// right to left, in their order, as in `116 123`.
  fileprivate var printed: String {
    inert.replacing(/(\d) (?=\d)/) { "\($0.output.1)\u{A0}" }
  }

  /// The text for a string in a style sheet: everything but letters, digits and spaces by number,
  /// so that nothing can end the string or the sheet.
  fileprivate var inStyleSheet: String {
    inert.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || scalar == " "
        ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }.joined()
  }
}
