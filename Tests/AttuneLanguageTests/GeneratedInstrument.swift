/// Instruments that nobody wrote, with everything that the language has.
extension GeneratedFile {
  static func instrument(seed: UInt64) -> GeneratedFile {
    var file = GeneratedFile(seed: seed)
    file.makeInstrument()
    return file
  }

  private mutating func makeInstrument() {
    let hasRoles = chance(60)
    let scales = (1...number(1...3)).map { "scale_\($0)" }
    makeHead(scales, hasRoles)
    if hasRoles {
      for (name, title) in [("person", "I use services"), ("worker", "I work there")] {
        var role = Block("role \(name)", title)
        if chance(20) { role.words("accept", "A241 because \(sentence())") }
        blocks.append(role)
      }
    }
    makeTexts(hasRoles)
    scales.forEach { makeScale($0) }
    let sections = (1...number(1...4)).map { "part_\($0)" }
    var asked: [(name: String, condition: String)] = []
    var scored: [String] = []
    for section in sections { makeSection(section, scales, hasRoles, &asked, &scored) }
    makeGroups(asked, hasRoles)
    let constructs = makeConstructs(scored, hasRoles)
    if chance(50) {
      var form = Block("form short", "Short form")
      form.names("uses", chance(50) ? sections : scored + [pick(sections)])
      if chance(50) { form.value("score", pick(["none", "mean, all answered"])) }
      maybeNote(&form, accepting: "A240")
      blocks.append(form)
    }
    makePlans(constructs)
  }

  private mutating func maybeNote(_ block: inout Block, accepting code: String) {
    if chance(20) { block.words("note", sentence()) }
    if chance(20) { block.words("note", sentence()) }
    if chance(20) { block.words("accept", "\(code) because \(sentence())") }
  }

  private mutating func makeHead(_ scales: [String], _ hasRoles: Bool) {
    var head = Block("instrument made_up", chance(90) ? sentence() : nil)
    head.words("version", "0.\(number(1...9)).0")
    head.words(
      "status", pick(["draft, unvalidated", "in pilot, unvalidated", "validated elsewhere"]))
    head.words("language", "en-GB")
    head.words("author", sentence())
    head.words("licence", "CC BY 4.0")
    for _ in 0...number(0...1) { head.words("source", sentence()) }
    if chance(50) { head.words("reviewed by", sentence()) }
    head.value("answer", pick(scales))
    if chance(50) { head.value("offer", pick(["prefer not to say", "not sure, does not apply"])) }
    if hasRoles, chance(70) {
      head.words("role question", sentence())
      if chance(50) { head.words("both roles", sentence()) }
      if chance(50) { head.words("both roles question", sentence()) }
    }
    if chance(50) { head.words("term", sentence(), argument: "cen") }
    if chance(30) { head.value("times kept", pick(["to the day", "to the minute"])) }
    maybeNote(&head, accepting: "A404")
    blocks.append(head)
  }

  private mutating func makeTexts(_ hasRoles: Bool) {
    func read(_ block: inout Block, _ file: inout GeneratedFile) {
      for _ in 0...file.number(0...2) { block.words(">", file.sentence(), group: "text") }
      if hasRoles, file.chance(40) {
        block.words("read", file.sentence(), argument: "worker", group: "text")
      }
      if file.chance(15) { block.words("accept", "A404 because \(file.sentence())") }
    }
    var information = Block("information", chance(70) ? "About these questions" : nil)
    if hasRoles, chance(20) { information.value("only for", "person") }
    read(&information, &self)
    var consent = Block("consent", chance(70) ? "Taking part" : nil)
    read(&consent, &self)
    consent.words("must agree", sentence(), argument: "taking_part", group: "agree")
    if chance(50) { consent.words("may agree", sentence(), argument: "quotes", group: "agree") }
    var support = Block("support", chance(70) ? "If this brings things up" : nil)
    support.words(">", sentence(), group: "text")
    support.words("contact", sentence(), group: "text")
    if chance(50) {
      support.words("contact when", sentence(), argument: "form is full", group: "text")
    }
    if chance(15) { support.words("accept", "A304 because \(sentence())") }
    blocks += [information, consent, support]
    if chance(50) {
      var debrief = Block("debrief", chance(70) ? "Thank you" : nil)
      if hasRoles, chance(20) { debrief.value("only for", "worker") }
      read(&debrief, &self)
      blocks.append(debrief)
    }
  }

  private mutating func makeScale(_ name: String) {
    var scale = Block("scale \(name)", chance(30) ? sentence() : nil)
    let first = pick([0, 1, -2])
    for (index, code) in (first..<(first + number(2...7))).enumerated() {
      scale.choice(String(code), "Answer \(index) \(sentence())")
    }
    if chance(30) { scale.words("source", sentence()) }
    maybeNote(&scale, accepting: "A240")
    blocks.append(scale)
  }

  private mutating func makeSection(
    _ name: String, _ scales: [String], _ hasRoles: Bool,
    _ asked: inout [(name: String, condition: String)], _ scored: inout [String]
  ) {
    var section = Block("section \(name)", chance(90) ? sentence() : nil)
    let items = (1...number(1...6)).map { "\(name)_q\($0)" }
    if chance(15) { section.value("place", pick(["before information", "after review"])) }
    if hasRoles, chance(10) { section.value("only for", "worker") }
    if chance(10) { section.value("asked if", "the study turns it on") }
    if chance(25), !asked.isEmpty { section.value("show when", condition(asked)) }
    if chance(20) { section.words("ask first", sentence()) }
    if chance(30) {
      section.words("content note", sentence())
      if chance(50) { section.names("content note for", [items[0]]) }
    }
    if chance(30) { section.value("check in", pick(["yes", "no"])) }
    for _ in 0..<number(0...2) { section.words(">", sentence(), group: "text") }
    if hasRoles, chance(20) {
      section.words("read", sentence(), argument: "person", group: "text")
    }
    if chance(20) { section.words("stem", sentence()) }
    if chance(30) { section.value("answer", pick(scales)) }
    if chance(30) { section.value("offer", pick(["nothing", "not sure", "does not apply"])) }
    if chance(20) {
      section.value("order", pick(["as written", "shuffled"]))
      section.names("keep in place", ["\(items[0]) to \(items[items.count - 1])"])
    }
    if chance(20) { section.value("keep", pick(["yes", "own copy", "apart", "no"])) }
    maybeNote(&section, accepting: "A310")
    blocks.append(section)
    for item in items { makeItem(item, scales, hasRoles, &asked, &scored) }
  }

  private mutating func makeItem(
    _ name: String, _ scales: [String], _ hasRoles: Bool,
    _ asked: inout [(name: String, condition: String)], _ scored: inout [String]
  ) {
    let hasTitle = !hasRoles || chance(50)
    var item = Block("item \(name)", hasTitle ? sentence() : nil)
    if !hasTitle {
      item.words("ask", sentence(), argument: "person")
      item.words("ask", sentence(), argument: "worker")
    } else if hasRoles, chance(30) {
      item.words("ask", sentence(), argument: "worker")
    }
    if hasRoles, chance(8) { item.value("only for", "person") }
    if chance(8) { item.value("asked if", "the study turns it on") }
    if chance(25), !asked.isEmpty { item.value("show when", condition(asked)) }
    if chance(10) { item.words("content note", sentence()) }
    switch number(0...9) {
    case 0:
      item.value("answer", "choose one")
      item.choice("north", sentence())
      item.choice("south", "South " + sentence())
      if chance(50) { item.value("write in", "south") }
      asked.append((name, "\(name) is \(pick(["north", "not south", "one of north, south"]))"))
    case 1:
      item.value("answer", pick(["choose any", "choose any, up to 2"]))
      item.choice("family", sentence())
      item.choice("friends", "Friends " + sentence())
      asked.append((name, "\(name) includes friends"))
    case 2:
      item.value("answer", pick(["number", "number 0 to 90"]))
      item.words("unit", "times")
      if chance(50) { item.value("ask again if", pick(["above 40", "below 1 or above 60"])) }
      if chance(50) { item.words("ask again", sentence()) }
      asked.append(
        (name, "\(name) is \(pick(["at least 3", "more than 2", "less than 9", "at most 5"]))"))
    case 3:
      item.value("answer", "slider 0 to 100")
      item.words("left", sentence())
      item.words("right", sentence())
      asked.append((name, "\(name) is answered"))
    case 4: item.value("answer", pick(["text", "text, one line", "text, several lines"]))
    case 5:
      item.value("answer", pick(["date", "date, month", "date, year"]))
      asked.append((name, "\(name) is not answered"))
    default:
      if chance(30) { item.value("answer", pick(scales)) }
      scored.append(name)
      asked.append((name, "\(name) is answered"))
    }
    if chance(20) { item.value("offer", pick(["prefer not to say", "not sure", "nothing"])) }
    if chance(20) { item.words("why we ask", sentence()) }
    if chance(20) { item.words("help", sentence()) }
    if chance(10) { item.value("keep", pick(["yes", "own copy", "apart", "no"])) }
    if chance(10) { item.words("source", sentence()) }
    maybeNote(&item, accepting: "A401")
    blocks.append(item)
  }

  /// A condition on a few answers, with `or` more often than `and`, so that most can hold.
  private mutating func condition(_ asked: [(name: String, condition: String)]) -> String {
    switch number(0...4) {
    case 0: return pick(asked).condition
    case 1: return "\(pick(asked).condition) or \(pick(asked).condition)"
    case 2: return "not (\(pick(asked).condition))"
    case 3: return "((\(pick(asked).condition)) or \(pick(asked).name) is not answered)"
    default: return "form is full and (\(pick(asked).condition) or help_given is no)"
    }
  }

  private mutating func makeGroups(
    _ asked: [(name: String, condition: String)], _ hasRoles: Bool
  ) {
    var site = Block("group site", chance(80) ? "Site" : nil)
    site.value("set by", "facilitator")
    maybeNote(&site, accepting: "A241")
    blocks.append(site)
    if hasRoles {
      var roles = Block("group perspective", "Perspective")
      roles.value("set by", "role")
      if chance(50) { roles.value("pairs", "person with worker") }
      blocks.append(roles)
    }
    if let (name, condition) = asked.last {
      var contact = Block("group contact", "Contact")
      contact.choice("yes_group", "Yes " + sentence())
      contact.choice("no_group", "No " + sentence())
      for (level, when) in [("yes_group", condition), ("no_group", "not (\(condition))")] {
        contact.lines.append(
          Line(word: "... when", argument: level, content: .value(when), group: "="))
      }
      if chance(30) { contact.words("note", name) }
      blocks.append(contact)
    }
  }

  private mutating func makeConstructs(_ scored: [String], _ hasRoles: Bool) -> [String] {
    var constructs: [String] = []
    var rest = scored[...]
    while rest.count >= 2 {
      let used = Array(rest.prefix(number(2...5)))
      rest = rest.dropFirst(used.count)
      let name = "construct_\(constructs.count)"
      var construct = Block("construct \(name)", chance(80) ? sentence() : nil)
      if chance(80) { construct.words("higher means", sentence()) }
      let cut = number(1...used.count)
      construct.names("uses", Array(used.prefix(cut)))
      if cut < used.count { construct.names("uses reversed", Array(used.dropFirst(cut))) }
      let isIndex = chance(15)
      if isIndex {
        construct.value("counts", "1 as 0, 0 as 50")
        construct.value("index", "yes")
      }
      construct.value(
        "score",
        pick(["mean, all answered", "sum, all answered", "prorated sum, at least 2 answered"]))
      if hasRoles, chance(30) { construct.value("across roles", pick(["parallel", "identical"])) }
      if chance(20) { construct.words("source", sentence()) }
      maybeNote(&construct, accepting: "A263")
      blocks.append(construct)
      constructs.append(name)
    }
    return constructs
  }

  private mutating func makePlans(_ constructs: [String]) {
    if chance(60) {
      var analysis = Block("analysis")
      analysis.value("correction", pick(["Holm", "Bonferroni", "none"]))
      if chance(50) { analysis.value("error rate", "0.05") }
      if chance(50) { analysis.value("smallest difference that matters", "0.4 points") }
      if chance(50) { analysis.value("at least per group", "10") }
      if chance(50) { analysis.value("sensitivity", "complete answers only, without both roles") }
      if chance(50) { analysis.words("agreed by", sentence()) }
      if chance(20) { analysis.words("accept", "A276 because \(sentence())") }
      blocks.append(analysis)
    }
    guard let first = constructs.first, let last = constructs.last else { return }
    for index in 0..<number(0...4) {
      var plan = Block("plan plan_\(index)", chance(80) ? sentence() : nil)
      if chance(60) { plan.value("family", pick(["primary", "secondary", "exploratory"])) }
      switch number(0...5) {
      case 0: plan.value("reliability of", pick(["all", first, "all by site"]))
      case 1:
        plan.value("compare", "\(first) by site")
        plan.value("test", pick(["Welch", "Mann-Whitney", "permutation"]))
        if chance(30) { plan.value("when paired", pick(["paired t", "Wilcoxon"])) }
        plan.value("expect", pick(["no direction", "no difference", "north higher"]))
      case 2 where first != last:
        plan.value("compare within person", constructs.joined(separator: ", "))
        plan.value("test", "Friedman")
      case 3 where first != last:
        plan.value("correlate", "\(first) with \(last)")
        plan.value("test", pick(["Spearman", "Pearson"]))
        plan.value("expect", pick(["positive", "negative"]))
      case 4: plan.value("rank", first)
      default: plan.value("describe", pick([first, "\(first) by site"]))
      }
      if chance(30) { plan.value("only when", "help_given is no") }
      if chance(30) { plan.value("counting", "3") }
      if chance(30) { plan.value("smallest difference that matters", "0.5 SD") }
      if chance(30) {
        plan.value("basis", pick(["stated in the study", "our inference", "our choice"]))
      }
      if chance(30) { plan.words("because", sentence()) }
      if chance(30) { plan.value("read first", pick(["yes", "no"])) }
      if chance(30) { plan.value("error rate", "0.01") }
      if chance(30) { plan.value("at least per group", "20") }
      if chance(30) { plan.value("written on", "2026-11-22") }
      if chance(30) { plan.words("registered at", sentence()) }
      maybeNote(&plan, accepting: "A273")
      blocks.append(plan)
    }
  }

  // MARK: Studies

  static func study(seed: UInt64) -> GeneratedFile {
    var file = GeneratedFile(seed: seed)
    file.makeStudy()
    return file
  }

  private mutating func makeStudy() {
    var study = Block("study leeds", chance(80) ? sentence() : nil)
    study.words("instrument", "keep.instrument")
    for word in [
      "team", "contact", "complaints", "purpose", "kept where", "who sees", "local line",
      "public key",
    ] where chance(60) { study.words(word, sentence()) }
    if chance(60) { study.words("withdraw until", "2027-01-31") }
    if chance(60) { study.words("keep until", "2031-11-22") }
    if chance(60) { study.words("helplines checked on", "2026-11-22") }
    if chance(60) { study.value("set aside for", pick(["14 days", "1 day"])) }
    if chance(60) { study.value("smallest group shown", "10") }
    if chance(60) { study.names("turn on", ["bg_age", "part_1"]) }
    if chance(60) { study.names("occasions", ["first", "retest"]) }
    if chance(60) { study.words("term", sentence(), argument: "cen") }
    if chance(20) { study.words("accept", "A350 because \(sentence())") }
    blocks.append(study)
    for name in ["site", "team_kind"] where chance(50) {
      var group = Block("group \(name)", chance(80) ? sentence() : nil)
      if chance(50) { group.value("set by", "facilitator") }
      group.choice("north", "North " + sentence())
      group.choice("south", "South " + sentence())
      if chance(30) { group.words("note", sentence()) }
      if chance(20) { group.words("accept", "A355 because \(sentence())") }
      blocks.append(group)
    }
  }
}
