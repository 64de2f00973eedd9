-- Counts incomplete responses: another status, or a body shorter than its Content-Length and than the file.
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
end

function init(args)
  wrong, bytes = 0, tonumber(args[1])
  wrk.headers["Accept-Encoding"] = "gzip"
end

function response(status, headers, body)
  if status ~= 200 or #body ~= bytes or tonumber(headers["Content-Length"]) ~= bytes then wrong = wrong + 1 end
end

function done(summary, latency)
  local failed, wrong = 0, 0
  for _, thread in ipairs(threads) do wrong = wrong + thread:get("wrong") end
  for _, kind in ipairs({ "connect", "read", "write", "status", "timeout" }) do failed = failed + summary.errors[kind] end
  io.write(string.format("figures %d %d %d %d %d %d\n", summary.requests, summary.duration, failed, wrong,
    latency:percentile(50), latency:percentile(99)))
end
