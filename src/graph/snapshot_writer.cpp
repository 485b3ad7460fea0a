// Everything is numbered anew in the order of its content, so that the bytes depend on nothing but the content: texts
// by their bytes, rows of numbers by those numbers, vertices by id, edges by source, type, target and key.
#include <algorithm>
#include <numeric>
#include <ostream>
#include <tuple>

#include "core/hash.hpp"
#include "diurna/graph/snapshot.hpp"
#include "graph/snapshot_layout.hpp"

namespace diurna {
namespace {

using detail::Contribution;
using detail::ContributionView;
using detail::EvidenceRow;
using detail::no_symbol;
using detail::Offset;
using detail::snapshot::Section;

/// Old numbers by new, and new numbers by old (no_symbol for those that nothing uses).
struct Numbering {
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> rank;

  explicit Numbering(std::size_t size) : rank(size, no_symbol) {}
  void use(std::uint32_t number) { rank[number] = 0; }
  void use_all() { std::fill(rank.begin(), rank.end(), 0U); }
  /// Sorts what is used.
  template <class Before>
  void sort(Before before) {
    for (std::uint32_t i = 0; i < rank.size(); ++i) {
      if (rank[i] != no_symbol) order.push_back(i);
    }
    if (!std::is_sorted(order.begin(), order.end(), before)) std::sort(order.begin(), order.end(), before);
    for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
  }
  std::uint32_t operator()(std::uint32_t number) const { return number == no_symbol ? no_symbol : rank[number]; }
};

/// Writes words and hashes what it wrote.
class WordStream {
 public:
  explicit WordStream(std::ostream& out) : out_(out) { buffer_.reserve(capacity); }

  void put(std::uint32_t word) {
    if (buffer_.size() == capacity) flush();
    buffer_.push_back(word);
  }
  template <std::size_t size>
  void put(const std::array<std::uint32_t, size>& words) {
    for (const std::uint32_t word : words) put(word);
  }
  void put_bytes(std::string_view bytes) {
    flush();
    hash_.update(bytes);
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  void finish() {
    flush();
    const std::array<char, detail::snapshot::checksum_bytes> digest = hash_.digest();
    out_.write(digest.data(), digest.size());
  }

 private:
  static constexpr std::size_t capacity = std::size_t{1} << 14U;

  void flush() {
    const std::string_view bytes(reinterpret_cast<const char*>(buffer_.data()), 4 * buffer_.size());
    hash_.update(bytes);
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    buffer_.clear();
  }

  std::ostream& out_;
  detail::StreamHash hash_;
  std::vector<std::uint32_t> buffer_;
};

class Writer {
 public:
  Writer(const Graph::State& state, std::ostream& out)
      : state_(state),
        texts_(state.texts),
        out_(out),
        strings_(texts_.strings.size()),
        documents_(texts_.documents.size()),
        statements_(texts_.statements.size()),
        sentences_(texts_.sentences.size()),
        manners_(texts_.manners.size()),
        origins_(texts_.origins.size()),
        labels_(texts_.labels.size()),
        vertices_(state.bgl.vertex_rows.size()),
        edges_(state.bgl.edge_rows.size()) {}

  void write() {
    mark();
    number();
    write_header();
    write_texts();
    write_topology();
    write_contributions();
    write_joins();
    write_names();
    out_.finish();
  }

 private:
  using Sizes = std::array<detail::snapshot::SectionSize, detail::snapshot::section_count>;

  // What is used, and how much room what documents say will take.
  void mark() {
    vertices_.use_all();
    edges_.use_all();
    for (const detail::VertexRow& row : state_.bgl.vertex_rows) {
      strings_.use(row.id);
      mark_list(row.said);
    }
    for (const detail::EdgeRow& row : state_.bgl.edge_rows) {
      labels_.use(row.label);
      mark_list(row.said);
    }
    for (const auto& [vertex, rows] : state_.joins) {
      join_count_ += rows.size();
      for (const auto& row : rows) use_strings(std::array{row.node, row.rule, row.because, row.document});
    }
    mark_rows(documents_, texts_.documents.rows(), [](const auto& row) { return row; });
    mark_rows(statements_, texts_.statements.rows(), [](const auto& row) { return row; });
    mark_rows(sentences_, texts_.sentences.rows(), [](const auto& row) { return std::array{row[2]}; });
    mark_rows(manners_, texts_.manners.rows(), [](const auto& row) { return std::array{row[0], row[1]}; });
    mark_rows(origins_, texts_.origins.rows(), [](const auto& row) { return row; });
    mark_rows(labels_, texts_.labels.rows(), [](const auto& row) { return row; });
  }

  template <std::size_t size>
  void use_strings(const std::array<std::uint32_t, size>& symbols) {
    for (const std::uint32_t symbol : symbols) strings_.use(symbol);
  }
  template <class Rows, class SymbolsOf>
  void mark_rows(const Numbering& used, const Rows& rows, SymbolsOf symbols_of) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (used.rank[i] != no_symbol) use_strings(symbols_of(rows[i]));
    }
  }

  void mark_list(Offset head) {
    state_.said.for_each(head, [&](const ContributionView& view) {
      documents_.use(view.document());
      if (view.origin() != detail::no_origin) origins_.use(view.origin());
      for (const std::uint32_t statement : view.statements()) statements_.use(statement);
      for (std::size_t i = 0; i < view.evidence_count(); ++i) {
        const EvidenceRow row = view.evidence(i);
        sentences_.use(row.sentence);
        manners_.use(row.manner);
      }
      ++contribution_count_;
      contribution_words_ += ContributionView::header_words + view.statements().size() +
                             ContributionView::evidence_words * view.evidence_count();
    });
  }

  void number() {
    const auto view = [this](std::uint32_t symbol) { return texts_.strings.view(symbol); };
    strings_.sort([&](auto a, auto b) { return view(a) < view(b); });
    const auto sort_rows = [](Numbering& numbering, auto row) {
      numbering.sort([&](auto a, auto b) { return row(a) < row(b); });
    };
    sort_rows(documents_, [this](auto i) { return document_row(i); });
    sort_rows(statements_, [this](auto i) { return statement_row(i); });
    sort_rows(sentences_, [this](auto i) { return sentence_row(i); });
    sort_rows(manners_, [this](auto i) { return manner_row(i); });
    sort_rows(origins_, [this](auto i) { return origin_row(i); });
    sort_rows(labels_, [this](auto i) { return label_row(i); });
    sort_rows(vertices_, [this](auto i) { return strings_(state_.bgl.vertex_rows[i].id); });
    sort_rows(edges_, [this](auto i) {
      const detail::EdgeRow& row = state_.bgl.edge_rows[i];
      const auto [type, key] = label_row(row.label);
      return std::array{vertices_(row.source), type, vertices_(row.target), key};
    });
  }

  [[nodiscard]] std::array<std::uint32_t, 1> document_row(std::uint32_t i) const {
    return {strings_(texts_.documents[i][0])};
  }
  [[nodiscard]] std::array<std::uint32_t, 2> statement_row(std::uint32_t i) const {
    const auto& [facet, value] = texts_.statements[i];
    return {strings_(facet), strings_(value)};
  }
  [[nodiscard]] std::array<std::uint32_t, 3> sentence_row(std::uint32_t i) const {
    const auto& [document, start, text] = texts_.sentences[i];
    return {documents_(document), start, strings_(text)};
  }
  [[nodiscard]] std::array<std::uint32_t, 4> manner_row(std::uint32_t i) const {
    const auto& [rule, path, low, high] = texts_.manners[i];
    return {strings_(rule), strings_(path), low, high};
  }
  [[nodiscard]] std::array<std::uint32_t, 3> origin_row(std::uint32_t i) const {
    const auto& [node, target, key] = texts_.origins[i];
    return {strings_(node), strings_(target), strings_(key)};
  }
  [[nodiscard]] std::array<std::uint32_t, 2> label_row(std::uint32_t i) const {
    const auto& [type, key] = texts_.labels[i];
    return {strings_(type), strings_(key)};
  }

  void write_header() {
    names_ = state_.name_entries();
    for (detail::NameIndex::Entry& entry : names_) entry.vertex = vertices_(entry.vertex);
    std::sort(names_.begin(), names_.end());
    std::uint64_t string_words = 0;
    for (const std::uint32_t symbol : strings_.order) {
      string_words += detail::StringPool::words_for(texts_.strings.view(symbol));
    }
    detail::snapshot::Header header{.magic = {},
                                    .version = detail::snapshot::version,
                                    .sections = detail::snapshot::section_count,
                                    .file_bytes = 0,
                                    .sizes = {}};
    std::copy(detail::snapshot::magic.begin(), detail::snapshot::magic.end(), header.magic.begin());
    const std::array<std::uint64_t, detail::snapshot::section_count> rows = {strings_.order.size(),
                                                                             documents_.order.size(),
                                                                             statements_.order.size(),
                                                                             sentences_.order.size(),
                                                                             manners_.order.size(),
                                                                             origins_.order.size(),
                                                                             labels_.order.size(),
                                                                             vertices_.order.size(),
                                                                             edges_.order.size(),
                                                                             contribution_count_,
                                                                             join_count_,
                                                                             names_.size()};
    std::uint64_t words = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      header.sizes[i] = {rows[i], rows[i] * detail::snapshot::row_words[i]};
      if (i == static_cast<std::size_t>(Section::strings)) header.sizes[i].words = string_words;
      if (i == static_cast<std::size_t>(Section::contributions)) header.sizes[i].words = contribution_words_;
      words += header.sizes[i].words;
    }
    header.file_bytes = sizeof header + 4 * words + detail::snapshot::checksum_bytes;
    out_.put_bytes({reinterpret_cast<const char*>(&header), sizeof header});
  }

  void write_texts() {
    std::vector<std::uint32_t> words;
    for (const std::uint32_t symbol : strings_.order) {
      const std::string_view text = texts_.strings.view(symbol);
      words.resize(detail::StringPool::words_for(text));
      detail::StringPool::store(text, words.data());
      for (const std::uint32_t word : words) out_.put(word);
    }
    for (const std::uint32_t i : documents_.order) out_.put(document_row(i));
    for (const std::uint32_t i : statements_.order) out_.put(statement_row(i));
    for (const std::uint32_t i : sentences_.order) out_.put(sentence_row(i));
    for (const std::uint32_t i : manners_.order) out_.put(manner_row(i));
    for (const std::uint32_t i : origins_.order) out_.put(origin_row(i));
    for (const std::uint32_t i : labels_.order) out_.put(label_row(i));
  }

  void write_topology() {
    for (const std::uint32_t i : vertices_.order) {
      const detail::VertexRow& row = state_.bgl.vertex_rows[i];
      out_.put(std::array{strings_(row.id), static_cast<std::uint32_t>(row.kind)});
    }
    for (const std::uint32_t i : edges_.order) {
      const detail::EdgeRow& row = state_.bgl.edge_rows[i];
      out_.put(std::array{vertices_(row.source), vertices_(row.target), labels_(row.label)});
    }
  }

  void write_contributions() {
    for (const std::uint32_t i : vertices_.order) write_list(state_.bgl.vertex_rows[i].said);
    for (const std::uint32_t i : edges_.order) write_list(state_.bgl.edge_rows[i].said);
  }

  void write_list(Offset head) {
    list_.clear();
    state_.said.for_each(head, [this](const ContributionView& view) { list_.push_back(renumbered(view)); });
    std::sort(list_.begin(), list_.end(), [](const Contribution& a, const Contribution& b) {
      return std::tie(b.document, a.origin) < std::tie(a.document, b.origin);
    });
    for (std::size_t i = 0; i < list_.size(); ++i) {
      const Contribution& one = list_[i];
      out_.put(std::array{i + 1 < list_.size() ? 1U : 0U, one.document, one.origin,
                          static_cast<std::uint32_t>(one.statements.size()),
                          static_cast<std::uint32_t>(one.evidence.size())});
      for (const std::uint32_t statement : one.statements) out_.put(statement);
      for (const EvidenceRow& row : one.evidence) out_.put(std::array{row.begin, row.end, row.sentence, row.manner});
    }
  }

  [[nodiscard]] Contribution renumbered(const ContributionView& view) const {
    Contribution out{
        .document = documents_(view.document()), .origin = origins_(view.origin()), .statements = {}, .evidence = {}};
    for (const std::uint32_t statement : view.statements()) out.statements.push_back(statements_(statement));
    for (std::size_t i = 0; i < view.evidence_count(); ++i) {
      const EvidenceRow row = view.evidence(i);
      out.evidence.push_back({row.begin, row.end, sentences_(row.sentence), manners_(row.manner)});
    }
    std::sort(out.statements.begin(), out.statements.end());
    std::sort(out.evidence.begin(), out.evidence.end());
    return out;
  }

  void write_joins() {
    std::vector<std::array<std::uint32_t, 5>> rows;
    for (const auto& [vertex, joins] : state_.joins) {
      for (const auto& join : joins) {
        rows.push_back({vertices_(vertex), strings_(join.node), strings_(join.rule), strings_(join.because),
                        strings_(join.document)});
      }
    }
    std::sort(rows.begin(), rows.end());
    for (const auto& row : rows) out_.put(row);
  }

  void write_names() {
    for (const detail::NameIndex::Entry& entry : names_) out_.put(std::array{entry.hash, entry.vertex});
  }

  const Graph::State& state_;
  const detail::GraphTexts& texts_;
  WordStream out_;
  Numbering strings_;
  Numbering documents_;
  Numbering statements_;
  Numbering sentences_;
  Numbering manners_;
  Numbering origins_;
  Numbering labels_;
  Numbering vertices_;
  Numbering edges_;
  std::vector<detail::NameIndex::Entry> names_;
  std::vector<Contribution> list_;
  std::uint64_t contribution_count_ = 0;
  std::uint64_t contribution_words_ = 0;
  std::uint64_t join_count_ = 0;
};

}  // namespace

void write_snapshot(std::ostream& out, const Graph& graph) { Writer(GraphAccess::state(graph), out).write(); }

}  // namespace diurna
