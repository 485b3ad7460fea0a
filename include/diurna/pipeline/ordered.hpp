/// Work on a stream with several threads, results in the order of the input.
///
///     diurna::map_in_order<Article, Reading>(source, [&](Article a) { return pipeline(std::move(a)); }, sink, 2);
///
/// `source` and `sink` run on the calling thread, `work` on `jobs` threads (on the calling thread for one job). At most
/// 4 inputs a thread are in flight, so memory does not grow with the stream. An exception of any of the three ends the
/// run and reaches the caller; every thread has ended by then.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace diurna {
namespace detail {

/// Threads that take tasks in the order they came; ending it drops the tasks that no thread has begun.
class WorkerThreads {
 public:
  explicit WorkerThreads(unsigned count);
  ~WorkerThreads();
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;
  void add(std::function<void()> task);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace detail

template <class Input, class Output>
void map_in_order(const std::function<std::optional<Input>()>& source, const std::function<Output(Input)>& work,
                  const std::function<void(Output)>& sink, unsigned jobs) {
  if (jobs <= 1) {
    while (std::optional<Input> input = source()) sink(work(std::move(*input)));
    return;
  }
  constexpr std::size_t window_per_job = 4;
  std::deque<std::future<Output>> pending;
  detail::WorkerThreads threads(jobs);
  const auto deliver_first = [&] {
    std::future<Output> first = std::move(pending.front());
    pending.pop_front();
    sink(first.get());
  };
  while (std::optional<Input> input = source()) {
    auto task = std::make_shared<std::packaged_task<Output()>>(
        [&work, input = std::make_shared<Input>(std::move(*input))] { return work(std::move(*input)); });
    pending.push_back(task->get_future());
    threads.add([task] { (*task)(); });
    if (pending.size() >= window_per_job * jobs) deliver_first();
  }
  while (!pending.empty()) deliver_first();
}

}  // namespace diurna
