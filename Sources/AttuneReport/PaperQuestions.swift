import AttuneInstrument
import AttuneSession

/// The parts that ask.
extension PaperWriter {
  /// A section, and where to find support after it where it is hard.
  func questions(_ chosen: PaperSelection.Chosen) -> [PaperForm.Part] {
    let section = chosen.section
    let isNoted = outlines.contains { $0.isNoted(section) }
    let onward = onward(after: chosen)
    var part = PaperForm.Part(.questions, heading(of: chosen))
    if let requirement = chosen.requirement {
      let condition = ["condition": conditions.words(requirement), "onward": onward]
      part.shownTo = catalogue[.shownTo, condition]
      part.routing = catalogue[.paperPartIf, condition]
    }
    part.gate = section.askFirst.map { gate($0, chosen, onward) }
    if isNoted, let note = section.contentNote {
      part.contentNote = PaperForm.Note(
        title: catalogue[.paperBefore], words: fill(note),
        alternative: catalogue[.paperAlternative, ["onward": onward]])
    }
    part.paragraphs = section.paragraphs.compactMap { paragraph($0, onlyFor: section.onlyFor) }
    part.questions = questions(of: chosen, onward)
    guard outlines.contains(where: { $0.hasCheckIn(section) }) else { return [part] }
    part.afterwards = [catalogue[.checkIn], catalogue[.paperBreak]]
    return use == .fillingIn ? [part, support] : [part]
  }

  private func heading(of chosen: PaperSelection.Chosen) -> String {
    let parts = selection.sections.filter { $0.section.place == nil && !$0.items.isEmpty }
    guard let index = parts.firstIndex(where: { $0.section.name == chosen.section.name }) else {
      return chosen.section.title
    }
    return catalogue[
      .part,
      ["number": "\(index + 1)", "total": "\(parts.count)", "title": chosen.section.title]]
  }

  /// Where people go on who leave the section out.
  private func onward(after chosen: PaperSelection.Chosen) -> String {
    let later = selection.sections.drop { $0.section.name != chosen.section.name }.dropFirst()
    let title = later.first.map(heading) ?? endTitle
    return catalogue[.paperGoOnToPart, ["title": catalogue[.quoted, ["words": title]]]]
  }

  private func gate(
    _ words: InsertText, _ chosen: PaperSelection.Chosen, _ onward: String
  ) -> PaperForm.Gate {
    let first = chosen.items.first.map { "\($0.number)" } ?? ""
    let isFilledIn = use == .fillingIn
    return PaperForm.Gate(
      words: fill(words),
      boxes: [
        PaperForm.Box(
          code: "1",
          label: isFilledIn ? catalogue[.paperYes, ["number": first]] : catalogue[.yes]),
        PaperForm.Box(
          code: "2",
          label: isFilledIn
            ? catalogue[.paperLeaveOut, ["onward": onward]] : catalogue[.noSkipPart]),
      ])
  }

  // MARK: Questions

  private func questions(
    of chosen: PaperSelection.Chosen, _ onward: String
  ) -> [PaperForm.Question] {
    var questions = chosen.items.map { question($0, in: chosen.section) }
    for run in chosen.items.runs(by: \.requirement) {
      guard let requirement = chosen.items[run.lowerBound].requirement else { continue }
      let next = chosen.items.indices.contains(run.upperBound) ? chosen.items[run.upperBound] : nil
      let words = conditions.words(requirement)
      let first = "\(chosen.items[run.lowerBound].number)"
      questions[run.lowerBound].routing =
        catalogue[
          run.count == 1 ? .paperQuestionIf : .paperQuestionsIf,
          [
            "condition": words, "number": first, "first": first,
            "last": "\(chosen.items[run.upperBound - 1].number)",
            "onward": next.map { catalogue[.paperGoOnTo, ["number": "\($0.number)"]] } ?? onward,
          ]]
      for index in run { questions[index].shownTo = catalogue[.shownTo, ["condition": words]] }
    }
    for run in questions.runs(by: \.answer) where run.count > 1 {
      questions[run.lowerBound].answersTitle =
        catalogue[
          .paperAnswersTo,
          [
            "first": "\(questions[run.lowerBound].number)",
            "last": "\(questions[run.upperBound - 1].number)",
          ]]
      for index in run.dropFirst() { questions[index].repeatsAnswers = true }
    }
    return questions
  }

  private func question(
    _ chosen: PaperSelection.ChosenItem, in section: Section
  ) -> PaperForm.Question {
    let item = chosen.item
    var question = PaperForm.Question(
      number: chosen.number, name: item.name, wordings: wordings(of: item, in: section),
      answer: answer(to: item))
    question.contentNote = item.contentNote.map(fill)
    question.stem = section.stem.map(fill)
    question.remarks = [item.help, item.why].compactMap { $0.map(fill) }
    switch outlines[0].keeping(of: item) {
    case .yes: break
    case .no: question.remarks.append(catalogue[.paperNotKept])
    case .ownCopy: question.remarks.append(catalogue[.paperOwnCopy])
    case .apart: question.remarks.append(catalogue[.paperApart])
    }
    return question
  }

  /// One wording where everybody reads the same; otherwise each role's, with its label.
  private func wordings(of item: Item, in section: Section) -> [PaperForm.Paragraph] {
    let asked = outlines.filter { $0.canAsk(item, in: section) }
    let words = asked.map { outline in
      PaperForm.Paragraph(
        words: item.wording(for: outline.setting.role).map { fill($0, outline) } ?? item.name,
        role: outline.setting.role.flatMap(label))
    }
    if let first = words.first, outlines.count == 1 || words.count == outlines.count,
      words.allSatisfy({ $0.words == first.words })
    {
      return [PaperForm.Paragraph(words: first.words)]
    }
    return words
  }

  // MARK: Answers

  private func answer(to item: Item) -> PaperForm.Answer {
    let (hint, space) = hintAndSpace(for: item.format)
    var isTyped = false
    if case .text = item.format { isTyped = true }
    let choices = item.format.choices.map { choice in
      PaperForm.Box(
        code: "\(choice.code)", label: choice.label,
        ownWords: choice.name != nil && choice.name == item.writeIn
          ? catalogue[.paperMoreWords] : nil)
    }
    // Where own words are typed, a letter would be one of them: the reason is typed in full.
    let reasons = item.offered.map { reason in
      PaperForm.Box(
        code: isTyped ? "" : reason.key, label: catalogue.words(for: reason), isReason: true)
    }
    return PaperForm.Answer(hint: hint, space: space, boxes: choices + reasons)
  }

  private func hintAndSpace(
    for format: ResponseFormat
  ) -> (String?, PaperForm.Answer.Space) {
    switch format {
    case .chooseOne: (use == .fillingIn ? catalogue[.paperTickOne] : nil, .boxes)
    case .chooseAny(_, let most):
      (
        most.map { catalogue[.paperTickUpTo, ["most": "\($0)"]] } ?? catalogue[.paperTickAny],
        .boxes
      )
    case .number(let format): (hint(for: format), .number(unit: format.unit))
    case .text(let severalLines): (catalogue[.paperOwnWords], .lines(severalLines ? 8 : 2))
    case .date(.day): (catalogue[.paperDay], .date(.day))
    case .date(.month): (catalogue[.paperMonth], .date(.month))
    case .date(.year): (catalogue[.paperYear], .date(.year))
    }
  }

  private func hint(for format: NumberFormat) -> String {
    let range = RangeWords(
      free: .paperWriteNumber, atLeast: .paperWriteNumberAtLeast, atMost: .paperWriteNumberAtMost,
      between: .paperWriteNumberFrom, labelled: .paperWriteNumberFromLabels
    ).words(for: format, in: catalogue)
    return format.unit.map { catalogue[.paperUnit, ["hint": range, "unit": $0]] } ?? range
  }
}

extension Array {
  /// The runs of neighbours that agree in `part`, in order.
  fileprivate func runs<Part: Equatable>(by part: (Element) -> Part) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in indices {
      if let last = runs.last, part(self[last.lowerBound]) == part(self[index]) {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}
