/// What the specification says under a heading.
struct StatementText {
  let id: String
  let title: String
  /// The paragraphs, without where they hold and come from.
  let text: String

  init(_ id: String, _ title: String, _ text: String) {
    self.id = id
    self.title = title
    self.text = text
  }
}

extension Statement {
  /// The heading of the statement in the specification, e.g. `Reserved labels are not converted`. O(*n*) for *n* statements.
  public var title: String { written?.title ?? rawValue }

  /// What the statement says, as paragraphs of Markdown. O(*n*) for *n* statements.
  public var text: String { written?.text ?? "" }

  private var written: StatementText? { StatementText.all.first { $0.id == rawValue } }
}
