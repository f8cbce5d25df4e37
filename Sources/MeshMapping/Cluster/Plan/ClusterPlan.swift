public import KubernetesObjects

/// What one pass of the control plane does about every Dataplane of a cluster: a collection, sorted by namespace and name.
///
/// A Pod that has no Dataplane and gets none is left out.
public struct ClusterPlan: Sendable, Hashable {
  /// What is done about the Dataplane of a name.
  public struct Element: Sendable, Hashable {
    /// The namespace and name of Pod and Dataplane.
    public let name: ObjectName
    /// What is done.
    public let item: PlanItem

    /// The given item of the given name.
    public init(name: ObjectName, item: PlanItem) {
      self.name = name
      self.item = item
    }
  }

  /// The items, in the order of their names.
  private var elements: [Element]

  /// A plan of the given items; of two with the same name the last one holds. O(*n* log *n*).
  public init(_ elements: some Sequence<Element>) {
    let items = Dictionary(elements.map { ($0.name, $0.item) }, uniquingKeysWith: { $1 })
    self.elements = items.map { Element(name: $0.key, item: $0.value) }.sorted { $0.name < $1.name }
  }

  /// A plan of items that are in the order of their names, each name once.
  init(inOrder elements: [Element]) {
    self.elements = elements
  }

  /// What is done about the Dataplane of a name; nil where nothing is. O(log *n*).
  public subscript(name: ObjectName) -> PlanItem? {
    get {
      let index = index(of: name)
      return isNamed(name, at: index) ? elements[index].item : nil
    }
    set {
      let index = index(of: name)
      switch (newValue, isNamed(name, at: index)) {
      case (let item?, true): elements[index] = Element(name: name, item: item)
      case (let item?, false): elements.insert(Element(name: name, item: item), at: index)
      case (nil, true): elements.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// Makes some changes, each of which says what the plan says afterwards.
  ///
  /// O(log *n*) for a change to what is there already; what comes or goes moves what is behind it.
  public mutating func apply(_ changes: some Sequence<ClusterChange>) {
    for change in changes { self[change.name] = change.new }
  }

  /// The plan after some changes. O(*n*); ``apply(_:)`` changes a plan in its place.
  public func applying(_ changes: some Sequence<ClusterChange>) -> ClusterPlan {
    var plan = self
    plan.apply(changes)
    return plan
  }

  /// What changes from this plan to another, sorted by namespace and name. Applied to this one, the changes give the other.
  /// O(*n* + *m*).
  public func changes(to other: ClusterPlan) -> [ClusterChange] {
    var changes: [ClusterChange] = []
    var (left, right) = (elements[...], other.elements[...])
    while let name = [left.first?.name, right.first?.name].compactMap(\.self).min() {
      let old = left.first?.name == name ? left.removeFirst().item : nil
      let new = right.first?.name == name ? right.removeFirst().item : nil
      if old != new { changes.append(ClusterChange(name: name, old: old, new: new)) }
    }
    return changes
  }

  private func index(of name: ObjectName) -> Int {
    elements.partition { !($0.name < name) }
  }

  private func isNamed(_ name: ObjectName, at index: Int) -> Bool {
    index < elements.count && elements[index].name == name
  }
}

extension ClusterPlan: RandomAccessCollection {
  /// The position of the first item.
  public var startIndex: Int { elements.startIndex }
  /// The position behind the last item.
  public var endIndex: Int { elements.endIndex }
  /// The item at a position.
  public subscript(position: Int) -> Element { elements[position] }
}

extension ClusterPlan: ExpressibleByDictionaryLiteral {
  /// A plan of the items of a literal; where a name is repeated, the last one holds.
  public init(dictionaryLiteral elements: (ObjectName, PlanItem)...) {
    self.init(elements.map { Element(name: $0.0, item: $0.1) })
  }
}
