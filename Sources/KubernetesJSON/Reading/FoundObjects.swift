import KubernetesObjects

/// What a reader found in a document and nobody took yet, in the order in which it is handed on.
///
/// Items of a list are handed on before its end is read. Where the end says that they were no objects, they are withdrawn.
struct FoundObjects<Element: ListElement>: Sendable {
  /// What the decoder of an object gets.
  let userInfo: [CodingUserInfoKey: any Sendable]
  private var events: [ObjectReader<Element>.Event] = []
  /// Items whose type is that of the list, which comes behind them: `kubectl` prints the kind of a list last.
  private var held: [JSONTape.Content] = []
  /// Whether objects were found that may still be withdrawn.
  private var mayWithdraw = false

  init(userInfo: [CodingUserInfoKey: any Sendable]) {
    self.userInfo = userInfo
  }

  /// Whether nothing is left to take.
  var isEmpty: Bool { events.isEmpty }

  /// Hands on what was found first; nil where nothing is left.
  mutating func take() -> ObjectReader<Element>.Event? {
    events.isEmpty ? nil : events.removeFirst()
  }
}

extension FoundObjects {
  /// Notes that a document of a sequence begins.
  mutating func addDocument() {
    events.append(.document)
  }

  /// Adds objects that are decoded.
  mutating func add(_ objects: [DecodedObject<Element>]) {
    events.append(.objects(ObjectBatch(objects)))
  }

  /// Adds objects that are scanned.
  mutating func add(_ batch: JSONTape.Content, of list: EnclosingList) {
    events.append(.objects(ObjectBatch(batch, of: list, userInfo)))
  }

  /// Adds items of a list; nil where what the list is comes behind them: then they are held if one of them, or one before, names no kind.
  mutating func add(_ batch: JSONTape.Content, within list: EnclosingList?) {
    guard list == nil, !held.isEmpty || batch.hasItemWithoutKind else { return addItems(batch, of: list ?? .anyList) }
    held.append(batch)
  }

  /// Adds the items that were held.
  mutating func release(of list: EnclosingList) {
    for batch in held { addItems(batch, of: list) }
    held = []
  }

  /// Withdraws the items that were found.
  mutating func withdraw() {
    if mayWithdraw { events.append(.withdrawal) }
    mayWithdraw = false
    held = []
  }

  /// Notes that the items found so far are never withdrawn.
  mutating func keep() {
    mayWithdraw = false
  }

  private mutating func addItems(_ batch: JSONTape.Content, of list: EnclosingList) {
    add(batch, of: list)
    mayWithdraw = true
  }
}

extension EnclosingList {
  /// A list whose items name their types, as nearly all do.
  static var anyList: EnclosingList { EnclosingList(ObjectType(apiVersion: "", kind: "List")) }
}
