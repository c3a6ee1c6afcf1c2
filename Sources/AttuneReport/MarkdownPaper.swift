import AttuneTables

/// Writes a questionnaire as Markdown, for reading together and for pull requests.
public struct MarkdownPaper: Sendable {
  public init() {}

  public func render(_ form: PaperForm) -> String {
    var blocks = ["# \(form.title.inMarkdown)", "**\(form.version.inMarkdown)**"]
    blocks += form.subtitles.map(paragraph)
    blocks.append(form.imprint.map { "- \(paragraph($0))" }.joined(separator: "\n"))
    blocks += form.parts.flatMap(blocks(of:))
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func blocks(of part: PaperForm.Part) -> [String] {
    var blocks = part.title.map { ["## \($0.inMarkdown)"] } ?? []
    if let shownTo = part.shownTo { blocks.append("*\(shownTo.inMarkdown)*") }
    if let note = part.contentNote {
      blocks.append("> **\(note.title.inMarkdown):** \(note.words.inMarkdown)")
    }
    if let gate = part.gate { blocks += [paragraph(gate.words), list(gate.boxes)] }
    blocks += part.paragraphs.map(words)
    blocks += part.statements.map {
      "- [ ] \(paragraph($0.words)) (`\($0.name)`)  \n  \(paragraph($0.hint))"
    }
    var stem: String?
    for question in part.questions {
      if let own = question.stem, own != stem { blocks.append(paragraph(own)) }
      stem = question.stem
      blocks += self.blocks(of: question)
    }
    if !part.afterwards.isEmpty {
      blocks.append("*\(part.afterwards.joined(separator: " ").inMarkdown)*")
    }
    return blocks
  }

  private func blocks(of question: PaperForm.Question) -> [String] {
    var blocks: [String] = []
    if let shownTo = question.shownTo { blocks.append("*\(shownTo.inMarkdown)*") }
    if let note = question.contentNote { blocks.append("> \(paragraph(note))") }
    let wordings = question.wordings.map { words($0) }.joined(separator: "  \n")
    blocks.append("**\(question.number).** \(wordings) (`\(question.name)`)")
    if !question.repeatsAnswers {
      blocks += [question.answersTitle, question.answer.hint].compactMap { $0 }.map(paragraph)
      if !question.answer.boxes.isEmpty { blocks.append(list(question.answer.boxes)) }
    }
    blocks += question.remarks.map { "*\($0.inMarkdown)*" }
    return blocks
  }

  private func list(_ boxes: [PaperForm.Box]) -> String {
    boxes.map { box in
      let code = box.code.isEmpty ? "" : "`\(box.code)` "
      return "- \(code)\(paragraph(box.label))" + (box.ownWords.map { " \($0.inMarkdown)" } ?? "")
    }.joined(separator: "\n")
  }

  private func words(_ paragraph: PaperForm.Paragraph) -> String {
    let role = paragraph.role.map { "*(\($0.inMarkdown))* " } ?? ""
    return role + self.paragraph(paragraph.words)
  }

  /// Words at the start of a line, where a dash or a number would begin a list.
  private func paragraph(_ words: String) -> String {
    let text = words.inMarkdown
    if let first = text.first, "-+=~".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, let mark = text.dropFirst(digits.count).first, mark == "." || mark == ")"
    else { return text }
    return "\(digits)\\\(text.dropFirst(digits.count))"
  }
}
