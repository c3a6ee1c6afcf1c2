/// Designs that nobody wrote, for `being_heard.instrument`; each says what can be so.
extension GeneratedFile {
  static func design(seed: UInt64) -> GeneratedFile {
    var file = GeneratedFile(seed: seed)
    file.makeDesign()
    return file
  }

  private static let scores = ["listened", "stayed", "hopeful"]
  private static let items = ["heard", "rushed", "known", "kept", "hope", "plans"]

  private mutating func makeDesign() {
    var head = Block("simulation made_up", chance(80) ? sentence() : nil)
    head.value("instrument", "being_heard")
    head.value("seed", "\(number(0...1_000_000))")
    if chance(30) { head.value("form", "short") }
    if chance(30) { head.words("note", sentence()) }
    addDesigned(head)
    let hasFactor = chance(50)
    for index in 0...number(0...2) { makePeople(index, hasFactor) }
    if chance(60) {
      var scores = Block("scores")
      scores.value("correlation", decimal(-20...60))
      if chance(60) { makeCorrelations(&scores) }
      addDesigned(scores)
    }
    if hasFactor {
      var factor = Block("factor general", sentence())
      factor.names("loads", Self.scores.map { "\($0) \(decimal(20...70))" })
      addDesigned(factor)
    }
    makeItems()
    makeProfiles()
    if chance(70) {
      var missing = Block("missing")
      makeRates(&missing)
      addDesigned(missing)
    }
    makeWhoAnswersOtherwise()
    makeWhatElse()
  }

  private mutating func addDesigned(_ block: Block) {
    var block = block
    if chance(20) { block.words("accept", "A406 because \(sentence())") }
    blocks.append(block)
  }

  private mutating func makePeople(_ index: Int, _ hasFactor: Bool) {
    var people = Block("people kind_\(index)", chance(80) ? sentence() : nil)
    people.value("count", "\(number(1...200))")
    people.value("role", pick(["person", "worker"]))
    if chance(60) { people.value("answers", pick(["visits", "clinic"]), argument: "seen") }
    if chance(60) {
      let moved = Self.scores + (hasFactor ? ["general"] : [])
      people.names("shift", moved.map { "\($0) \(decimal(-150...150))" })
    }
    if chance(30) { makeCorrelations(&people) }
    if chance(40) { makeRates(&people) }
    addDesigned(people)
  }

  private mutating func makeCorrelations(_ block: inout Block) {
    block.value("correlation of", decimal(-20...60), argument: "listened, stayed")
    if chance(50) { block.value("correlation of", decimal(0...60), argument: "stayed,hopeful") }
  }

  /// How true scores become answers, and what the item of no score is answered.
  private mutating func makeItems() {
    guard chance(80) else { return }
    var block = Block("items")
    block.value("loading", decimal(30...90))
    if chance(60) { block.value("reversed loading", decimal(30...80)) }
    if chance(60) { block.value("method loading", decimal(0...40)) }
    if chance(60) {
      block.value(
        "loading of", decimal(30...80), argument: pick(["hope", "known to hope", "heard, kept"]))
    }
    if chance(70) {
      let visits = number(0...100)
      block.value(
        "answers", "visits \(share(visits)), clinic \(share(100 - visits))", argument: "seen")
    }
    addDesigned(block)
  }

  private mutating func makeProfiles() {
    var middle = Block("profile middle", sentence())
    middle.value("cut at", "\(decimal(-150...0)), \(decimal(1...150))")
    middle.names("for", Self.scores)
    addDesigned(middle)
    guard chance(50) else { return }
    // Of an item in two profiles, the later one counts.
    var low = Block("profile low")
    low.value("cut at", "\(decimal(0...50)),\(decimal(51...200))")
    low.names("for", ["known to hope", pick(Self.items)])
    addDesigned(low)
  }

  private mutating func makeRates(_ block: inout Block) {
    block.value("skipped", share(number(0...20)))
    if chance(60) { block.value("skipped", share(number(0...20)), argument: pick(Self.items)) }
    if chance(60) { block.value("prefer not to say", share(number(0...20))) }
    if chance(60) {
      block.value("not sure", share(number(0...20)), argument: pick(["hoping", "plans"]))
    }
    if chance(60) { block.value("does not apply", share(number(0...20)), argument: "hope, plans") }
    if chance(60) { block.value("not chosen", share(number(0...100)), argument: "staying") }
  }

  private mutating func makeWhoAnswersOtherwise() {
    if chance(60) {
      var stopping = Block("stopping")
      for word in ["share", "after", "deleted"] { stopping.value(word, share(number(0...100))) }
      addDesigned(stopping)
    }
    if chance(60) {
      var careless = Block("careless")
      for word in ["share", "straight lines"] { careless.value(word, share(number(0...100))) }
      addDesigned(careless)
    }
    if chance(60) {
      var sincere = Block("sincere")
      sincere.value("share", share(number(0...100)))
      if chance(60) { sincere.value("answer", "\(number(1...3))") }
      addDesigned(sincere)
    }
  }

  private mutating func makeWhatElse() {
    if chance(60) {
      var sites = Block("sites team", sentence())
      sites.value("count", "\(number(1...40))")
      sites.value("correlation", decimal(0...30))
      addDesigned(sites)
    }
    if chance(60) {
      var retest = Block("retest again", sentence())
      retest.value("count", "\(number(1...60))")
      retest.value("stability", decimal(0...99))
      addDesigned(retest)
    }
    if chance(60) {
      var faults = Block("faults")
      faults.names("already reversed", ["rushed", "heard to known"])
      faults.value("copy of", "plans", argument: "hope")
      faults.value("entered twice", "\(number(0...5))")
      addDesigned(faults)
    }
  }

  /// Hundredths, as people write them.
  private mutating func decimal(_ hundredths: ClosedRange<Int>) -> String {
    let value = number(hundredths)
    return "\(value < 0 ? "-" : "")\(abs(value) / 100).\(abs(value) / 10 % 10)\(abs(value) % 10)"
  }

  private mutating func share(_ percent: Int) -> String {
    let decimal = percent == 100 ? "1.0" : "0.\(percent / 10)\(percent % 10)"
    return pick(["\(percent)%", "\(percent) %", decimal])
  }
}
