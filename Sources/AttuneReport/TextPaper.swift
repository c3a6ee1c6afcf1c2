import AttuneTables

/// Draws a questionnaire for a terminal or a plain text file.
public struct TextPaper: Sendable {
  /// In columns of a terminal.
  public let width: Int

  public init(width: Int = 80) {
    self.width = max(width, 40)
  }

  public func render(_ form: PaperForm) -> String {
    var blocks = [heading(form.title)]
    blocks.append(([form.version] + form.subtitles).map { line($0) }.joined())
    blocks.append(form.imprint.map { line($0) }.joined())
    blocks += form.parts.map(render)
    return blocks.joined(separator: "\n")
  }

  private func render(_ part: PaperForm.Part) -> String {
    var blocks: [String] = []
    blocks += [part.shownTo].compactMap { $0 }.map { line("(\($0))") }
    if let note = part.contentNote { blocks.append(line(note.words, bullet: "! ")) }
    if let gate = part.gate {
      blocks.append(line(gate.words) + gate.boxes.map(render).joined())
    }
    blocks += part.paragraphs.map { line(words($0)) }
    blocks += part.statements.map { statement in
      line("\(statement.words) [\(statement.name)]", bullet: "- ")
        + line(statement.hint, bullet: "  ")
    }
    var stem: String?
    for question in part.questions {
      if let own = question.stem, own != stem { blocks.append(line(own)) }
      stem = question.stem
      blocks.append(render(question))
    }
    if !part.afterwards.isEmpty { blocks.append(line(part.afterwards.joined(separator: " "))) }
    let title = part.title.map { [heading($0)] } ?? []
    return (title + blocks).joined(separator: "\n")
  }

  private func render(_ question: PaperForm.Question) -> String {
    let number = "\(question.number).".padded(to: 4)
    let indent = String(repeating: " ", count: 4)
    var lines: [String] = []
    if let shownTo = question.shownTo { lines.append(line("(\(shownTo))", bullet: indent)) }
    if let note = question.contentNote { lines.append(line(note, bullet: indent + "! ")) }
    for (index, wording) in question.wordings.enumerated() {
      let name = index == question.wordings.count - 1 ? " [\(question.name)]" : ""
      lines.append(line(words(wording) + name, bullet: index == 0 ? number : indent))
    }
    if !question.repeatsAnswers {
      let hints = [question.answersTitle, question.answer.hint].compactMap { $0 }
      lines += hints.map { line($0, bullet: indent) } + question.answer.boxes.map(render)
    }
    lines += question.remarks.map { line("(\($0))", bullet: indent) }
    return lines.joined()
  }

  private func render(_ box: PaperForm.Box) -> String {
    line(
      [box.label, box.ownWords.map { "(\($0))" }].compactMap { $0 }.joined(separator: " "),
      bullet: String(repeating: " ", count: 6) + box.code.padded(to: 3))
  }

  private func words(_ paragraph: PaperForm.Paragraph) -> String {
    (paragraph.role.map { "(\($0)) " } ?? "") + paragraph.words
  }

  private func heading(_ title: String) -> String {
    let title = line(title)
    let longest = title.split(separator: "\n").map(\.count).max() ?? 0
    return title + String(repeating: "\u{2500}", count: longest) + "\n"
  }

  private func line(_ text: String, bullet: String = "") -> String {
    text.inert.wrapped(to: width, bullet: bullet)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
