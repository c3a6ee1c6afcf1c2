-- For Neovim 0.8 and later: require this file, or copy it into your configuration.
vim.filetype.add({
  extension = {
    instrument = "attune",
    study = "attune",
    translation = "attune",
    lock = "attune",
    design = "attune",
  },
})

vim.api.nvim_create_autocmd("FileType", {
  pattern = "attune",
  callback = function(event)
    vim.bo[event.buf].commentstring = "# %s"
    local name = vim.api.nvim_buf_get_name(event.buf)
    vim.lsp.start({
      name = "attune",
      cmd = { "attune", "language-server" },
      root_dir = name ~= "" and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd(),
    })
  end,
})
