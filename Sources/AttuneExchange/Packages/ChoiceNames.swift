import AttuneInstrument

/// Names for a column of each of several choices, `area_home`, none of them twice.
struct ChoiceNames {
  private var names: [String: [Int: String]] = [:]
  private(set) var losses = Losses()

  init(_ columns: [ResponseColumn]) {
    var taken = Set(columns.map(\.name))
    for column in columns {
      guard case .answer(let item) = column.content, case .chooseAny(let choices, _) = item.format
      else { continue }
      for choice in choices {
        let wanted = "\(item.name)_\(choice.written)"
        var name = wanted
        var count = 1
        while !taken.insert(name).inserted {
          count += 1
          name = "\(wanted)_\(count)"
        }
        if name != wanted {
          losses.add("'\(choice.words)' of '\(item.name)' is called '\(name)': the name was taken.")
        }
        names[item.name, default: [:]][choice.code] = name
      }
    }
  }

  func name(of choice: Choice, in item: Item) -> String {
    names[item.name]?[choice.code] ?? "\(item.name)_\(choice.written)"
  }
}
