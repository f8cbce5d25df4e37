import Foundation
import KubernetesObjects
import Testing

/// What a document holds: typed lists, lists in lists, and what is told about objects that cannot be read.
@Suite("ObjectList")
struct ObjectListTests {
  private static func read(_ json: String) throws -> ObjectList<KubernetesObject> {
    try JSONDecoder().decode(ObjectList<KubernetesObject>.self, from: Data(json.utf8))
  }

  private static func node(_ name: String) -> KubernetesObject { .node(Node(metadata: ObjectMeta(name: name))) }
  private static let nodeJSON = #"{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "a"}}"#

  /// Reads an item of a list of Nodes.
  private static func readItem(_ json: String) throws -> [DecodedObject<KubernetesObject>] {
    try JSONDecoder().decode(VisitedItem.self, from: Data(json.utf8)).objects
  }

  // MARK: - Typed lists

  @Test func itemsOfATypedListAreOfItsKind() throws {
    let list = try Self.read(
      #"{"kind": "NodeList", "apiVersion": "v1", "items": [{"metadata": {"name": "a"}}, {"metadata": {"name": "b"}}]}"#
    )
    #expect(list == ObjectList(objects: [Self.node("a"), Self.node("b")]))
  }

  @Test func anItemThatNamesItsKindIsOfIt() throws {
    let list = try Self.read(#"{"kind": "PodList", "apiVersion": "v1", "items": [\#(Self.nodeJSON)]}"#)
    #expect(list == ObjectList(objects: [Self.node("a")]))
  }

  @Test func theVersionOfATypedListIsThatOfItsItems() throws {
    let list = try Self.read(#"{"kind": "NodeList", "apiVersion": "v2", "items": [{"metadata": {"name": "a"}}]}"#)
    let unsupported = UnsupportedObject(type: ObjectType(apiVersion: "v2", kind: "Node"), name: "a")
    #expect(list == ObjectList(objects: [.unsupported(unsupported)]))
  }

  @Test func anItemsOwnVersionHolds() throws {
    let list = try Self.read(
      #"{"kind": "NodeList", "apiVersion": "v2", "items": [{"apiVersion": "v1", "metadata": {"name": "a"}}]}"#
    )
    #expect(list == ObjectList(objects: [Self.node("a")]))
  }

  @Test func itemsOfAListWithoutATypeHaveToNameTheirKind() throws {
    let list = try Self.read(#"{"kind": "List", "apiVersion": "v1", "items": [{"metadata": {"name": "a"}}]}"#)
    #expect(list.objects.isEmpty)
    #expect(list.failures.map(\.path) == ["kind"])
  }

  @Test func aFailureInATypedListNamesTheKind() throws {
    let list = try Self.read(
      #"{"kind": "PodList", "items": [{"metadata": {"name": "a", "namespace": "demo", "labels": 1}}]}"#
    )
    let failure = ObjectFailure(
      kind: "Pod", namespace: "demo", name: "a", itemPath: "items[0]", path: "metadata.labels", problem: "must be an object"
    )
    #expect(list == ObjectList(failures: [failure]))
    #expect("\(failure)" == "Pod demo/a (items[0]): metadata.labels must be an object")
  }

  @Test(arguments: [
    ("v1", "PodList", ObjectType(apiVersion: "v1", kind: "Pod")),
    ("discovery.k8s.io/v1", "EndpointSliceList", ObjectType(apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice")),
    ("v1", "List", nil), ("v1", "Pod", nil), ("v1", "Listing", nil), ("v1", "", nil),
  ])
  func typeOfItems(apiVersion: String, kind: String, expected: ObjectType?) {
    #expect(ObjectType(apiVersion: apiVersion, kind: kind).itemType == expected)
    #expect(ObjectType(apiVersion: apiVersion, kind: kind).isList == kind.hasSuffix("List"))
  }

  // MARK: - Lists that were cut off

  /// What was listed with a limit is told by its kind, beside the objects that are there.
  @Test(arguments: [
    (#"{"continue": "abc"}"#, true), (#"{"remainingItemCount": 3}"#, true),
    (#"{"continue": "", "remainingItemCount": 0}"#, false),
    (#"{"resourceVersion": "1"}"#, false), ("null", false), ("7", false),
  ])
  func aListThatWasCutOffIsTold(_ metadata: String, _ isCut: Bool) throws {
    let list = try Self.read(
      #"{"kind": "NodeList", "apiVersion": "v1", "metadata": \#(metadata), "items": [\#(Self.nodeJSON)]}"#)
    #expect(list.objects == [Self.node("a")])
    #expect(list.failures.map(\.cutList) == (isCut ? [ObjectType(apiVersion: "v1", kind: "NodeList")] : []))
    let nodes = ObjectReference(apiGroup: "", kind: "Node", namespace: "", name: "")
    #expect(list.failures.compactMap(\.reference) == (isCut ? [nodes] : []))
    let told = "NodeList: metadata.continue says that there are more objects than the list holds, which are unknown; "
    #expect(list.failures.map(\.description) == (isCut ? [told + "list them without a limit"] : []))
  }

  /// Of a `List` nobody knows which kinds were left out.
  @Test func aListOfAnyKindsThatWasCutOffIsTold() throws {
    let list = try Self.read(
      #"{"kind": "List", "apiVersion": "v1", "metadata": {"continue": "abc"}, "items": [\#(Self.nodeJSON)]}"#)
    #expect(list.objects == [Self.node("a")])
    #expect(list.failures.map(\.reference) == [ObjectReference(apiGroup: "", kind: "", namespace: "", name: "")])
  }

  /// `kumactl` prints the address of the next page; all items of a list are of one type.
  @Test(arguments: [
    (#", "next": "http://localhost:5681/meshtimeouts?offset=1""#, true), (#", "next": null"#, false), ("", false),
    (#", "next": """#, false),
  ])
  func aPageOfKumactlIsTold(_ next: String, _ isCut: Bool) throws {
    let item = #"{"type": "MeshTimeout", "mesh": "default", "name": "slow", "spec": {}}"#
    let list = try Self.read(#"{"total": 7, "items": [\#(item)]\#(next)}"#)
    let cut = list.failures.filter { $0.cutList != nil }
    let timeouts = ObjectReference(apiGroup: "kuma.io", kind: "MeshTimeout", namespace: "", name: "")
    #expect(cut.compactMap(\.reference) == (isCut ? [timeouts] : []))
    let told = "MeshTimeoutList: next says that there are more objects than the list holds, which are unknown; "
    #expect(cut.map(\.description) == (isCut ? [told + "list them with a larger --size"] : []))
  }

  // MARK: - Lists in lists

  @Test func listsInListsCountAsTheirItems() throws {
    let inner = #"{"kind": "NodeList", "apiVersion": "v1", "items": [{"metadata": {"name": "b"}}]}"#
    let last = #"{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "c"}}"#
    let empty = #"{"kind": "List", "items": null}"#
    let list = try Self.read(#"{"kind": "List", "items": [\#(Self.nodeJSON), \#(empty), \#(inner), \#(last)]}"#)
    #expect(list == ObjectList(objects: [Self.node("a"), Self.node("b"), Self.node("c")]))
  }

  /// A typed list does not lend its kind to the items of a list in it.
  @Test func whatIsInAListInATypedListHasToNameItsKind() throws {
    let inner = #"{"kind": "List", "items": [{"metadata": {"name": "b"}}]}"#
    let list = try Self.read(#"{"kind": "NodeList", "apiVersion": "v1", "items": [\#(inner)]}"#)
    #expect(list.objects.isEmpty)
    #expect(list.failures.map(\.object) == ["object b (items[0].items[0])"])
  }

  /// What could not be read is named by its own type, and else by that of the list.
  @Test(arguments: [
    (#"{"apiVersion": "v1", "kind": "Pod", "metadata": 1}"#, "v1 Pod"), (#"{"metadata": 1}"#, "v1 Node"),
    (#"{"kind": "Pod", "metadata": 1}"#, "nil Pod"),
  ])
  func failuresNameTheType(_ item: String, _ expected: String) throws {
    let list = try Self.read(#"{"kind": "NodeList", "apiVersion": "v1", "items": [\#(item)]}"#)
    #expect(list.failures.map { "\($0.apiVersion ?? "nil") \($0.kind ?? "nil")" } == [expected])
  }

  private static func lists(_ count: Int) -> String {
    String(repeating: #"{"kind": "List", "items": ["#, count: count) + nodeJSON + String(repeating: "]}", count: count)
  }

  @Test func sixteenListsMayStandInEachOther() throws {
    #expect(try Self.read(Self.lists(16)) == ObjectList(objects: [Self.node("a")]))
    let list = try Self.read(Self.lists(17))
    #expect(list.objects.isEmpty)
    #expect(list.failures.count == 1)
    #expect(list.failures.first?.kind == "List")
    #expect(list.failures.first?.itemPath == Array(repeating: "items[0]", count: 16).joined(separator: "."))
    #expect(list.failures.first?.path == "items")
    #expect(list.failures.first?.problem.contains("more than 16 lists") == true)
  }

  @Test func aReaderThatKnowsTheListReadsItsItemsAsTheListDoes() throws {
    let item = #"{"metadata": {"name": "a"}}"#
    #expect(try Self.readItem(item) == [DecodedObject(.success(Self.node("a")))])
    #expect(try Self.readItem(Self.lists(15)) == [DecodedObject(.success(Self.node("a")))])
    guard case .failure = try Self.readItem(Self.lists(16)).first?.result else {
      Issue.record("sixteen lists in one are not refused")
      return
    }
  }

  @Test func aListWithoutItemsIsAnObject() throws {
    let list = try Self.read(#"{"apiVersion": "v1", "kind": "PodList", "metadata": {"name": "a"}}"#)
    let unsupported = UnsupportedObject(type: ObjectType(apiVersion: "v1", kind: "PodList"), name: "a")
    #expect(list == ObjectList(objects: [.unsupported(unsupported)]))
  }

  // MARK: - Names of what is not read

  @Test(arguments: [
    (#"{"name": "s", "namespace": "demo"}"#, "demo", "s"), (#"{"name": "s"}"#, nil, "s"),
    (#"{"name": 5, "namespace": "demo"}"#, "demo", ""), (#"{"name": null, "namespace": null}"#, nil, ""),
    (#"{"name": "s", "namespace": []}"#, nil, "s"), ("7", nil, ""), ("null", nil, ""),
  ])
  func whatIsNotReadIsKeptByItsName(metadata: String, namespace: String?, name: String) throws {
    let list = try Self.read(#"{"apiVersion": "v1", "kind": "Secret", "metadata": \#(metadata), "data": 1}"#)
    let type = ObjectType(apiVersion: "v1", kind: "Secret")
    #expect(list == ObjectList(objects: [.unsupported(UnsupportedObject(type: type, namespace: namespace, name: name))]))
  }

  @Test(arguments: [
    (#"{"kind": "Pod"}"#, "Pod", nil, nil), (#"{"kind": "Pod", "metadata": {"namespace": "demo"}}"#, "Pod", "demo", nil),
    (#"{"kind": "Pod", "metadata": {"name": "a", "namespace": "b", "uid": 1}}"#, "Pod", "b", "a"),
    (#"{"kind": 5, "metadata": {"name": "a"}}"#, nil, nil, "a"), (#"{"kind": "", "metadata": {"name": ""}}"#, nil, nil, nil),
  ])
  func aFailureCarriesWhatCanBeRead(json: String, kind: String?, namespace: String?, name: String?) throws {
    let failure = try #require(try Self.read(json).failures.first)
    #expect(failure.kind == kind)
    #expect(failure.namespace == namespace)
    #expect(failure.name == name)
    #expect(failure.itemPath.isEmpty)
  }
}

/// What is handed out of an item of a list of Nodes.
private struct VisitedItem: Decodable {
  let objects: [DecodedObject<KubernetesObject>]

  init(from decoder: any Decoder) throws {
    var objects: [DecodedObject<KubernetesObject>] = []
    let list = EnclosingList(ObjectType(apiVersion: "v1", kind: "NodeList"))
    try DecodedObject.visit(from: decoder, in: list) { objects.append($0) }
    self.objects = objects
  }
}
