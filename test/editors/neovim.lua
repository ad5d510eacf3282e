-- Neovim as a user would have it, with the configuration of docs/editors/neovim.md: a card, two findings, one of them by a setting.
local function say(text) io.stdout:write((text:gsub("%s+", " ")) .. "\n") end
local function wait(what, ready) assert(vim.wait(15000, ready, 20), "waited in vain for " .. what) end
local ok, fault = pcall(function()
  local buffer = vim.api.nvim_get_current_buf()
  vim.bo[buffer].filetype = "markdown"
  local function finding(word)
    local row, column = unpack(vim.fn.searchpos(word .. "\\>", "n"))
    for _, one in ipairs(vim.diagnostic.get(buffer)) do
      if one.lnum == row - 1 and one.col == column - 1 and one.end_col == column - 1 + #word then return one end
    end
  end
  wait("a finding on bevacizumb", function() return finding("bevacizumb") end)
  wait("a finding on Avastin, which a setting turns on", function() return finding("Avastin") end)
  vim.fn.search("nivolumab")
  vim.lsp.buf.hover()
  local window
  wait("the card", function()
    for _, one in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(one).relative ~= "" then window = one return true end
    end
  end)
  local card = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), " ")
  assert(card:find("nivolumab", 1, true) and card:find("approved", 1, true), "the card says " .. card)
  say("OK " .. card:sub(1, 60) .. " | " .. finding("bevacizumb").message)
end)
if not ok then say("FAIL " .. tostring(fault)) vim.cmd("cquit 1") else vim.cmd("qall!") end
