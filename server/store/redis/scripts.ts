/**
 * What must happen at once in Redis, as Lua. Every script names all its keys, and all of one document's keys share a
 * hash tag, so Redis Cluster runs it where the document is. KEYS: 1 life (hash: epoch, position), 2 log (stream, one
 * entry per position, id `<position>-0`), 3 snapshot (hash: bytes, sum, upto).
 */

/** Error prefixes of the scripts, told apart by {@link redisFailure}. */
export const scriptError = { epochChanged: "EPOCHCHANGED", lost: "DOCUMENTLOST", damaged: "DAMAGED" } as const;

/**
 * ARGV: epoch known to the caller or "", epoch for a new life or turn, node, bell channel, longest entry that rings with
 * its bytes, "append" or "restore", position that the caller has seen, then bytes and checksum of each entry. Answers epoch, last position, whether it began.
 * A bell names epoch and position: together they are the entry's id, and the one before it is position − 1 of that epoch.
 */
export const appendScript = `
local epoch = redis.call('HGET', KEYS[1], 'epoch')
local began = 0
local known, restores = ARGV[1], ARGV[6] == 'restore'
local position = tonumber(redis.call('HGET', KEYS[1], 'position') or '0')
local function life(text) return string.match(text, '^[^+]*') end
if not epoch then
  if redis.call('EXISTS', KEYS[2], KEYS[3]) > 0 then
    return redis.error_reply('${scriptError.damaged} ' .. KEYS[1] .. ' is gone')
  end
  if known ~= '' and not restores then
    return redis.error_reply('${scriptError.lost} nothing there')
  end
  epoch = ARGV[2]
  began = 1
elseif known ~= '' and life(known) ~= life(epoch) then
  return redis.error_reply('${scriptError.epochChanged} ' .. epoch)
elseif known ~= '' and known ~= epoch and not restores then
  return redis.error_reply('${scriptError.lost} now ' .. epoch)
elseif known == epoch and position < tonumber(ARGV[7]) then
  if not restores then return redis.error_reply('${scriptError.lost} ends at ' .. position) end
  epoch = ARGV[2]
end
for i = 8, #ARGV, 2 do
  position = position + 1
  redis.call('XADD', KEYS[2], string.format('%d-0', position), 'b', ARGV[i], 's', ARGV[i + 1], 'n', ARGV[3])
  local bell = string.format('%d %s %s', position, ARGV[3], epoch)
  if #ARGV[i] <= tonumber(ARGV[5]) then bell = bell .. ' ' .. ARGV[i] end
  redis.call('PUBLISH', ARGV[4], bell)
end
redis.call('HSET', KEYS[1], 'epoch', epoch, 'position', position)
return {epoch, tostring(position), tostring(began)}`;

/**
 * ARGV: position after which. Answers epoch, position, how much else there is of it, and of what came after: the snapshot if that is later
 * (upto, bytes, sum, companion, its sum), then the entries after it.
 */
export const readScript = `
local after = tonumber(ARGV[1])
local upto = tonumber(redis.call('HGET', KEYS[3], 'upto') or '0')
local snapshot = {}
if upto > after then
  snapshot = redis.call('HMGET', KEYS[3], 'upto', 'bytes', 'sum', 'companion', 'companionSum')
  after = upto
end
local life = redis.call('HMGET', KEYS[1], 'epoch', 'position')
life[3] = redis.call('EXISTS', KEYS[2], KEYS[3])
return {life, snapshot, redis.call('XRANGE', KEYS[2], string.format('%d-0', after + 1), '+')}`;

/** ARGV: epoch, upto, bytes, sum, companion or "", its sum. The log loses what the snapshot holds in the same moment, and nothing else. */
export const snapshotScript = `
local life = redis.call('HMGET', KEYS[1], 'epoch', 'position')
local upto = tonumber(ARGV[2])
if life[1] ~= ARGV[1] or tonumber(life[2]) < upto then return 'older' end
if tonumber(redis.call('HGET', KEYS[3], 'upto') or '0') >= upto then return 'older' end
redis.call('HSET', KEYS[3], 'upto', ARGV[2], 'bytes', ARGV[3], 'sum', ARGV[4], 'companion', ARGV[5], 'companionSum', ARGV[6])
redis.call('XTRIM', KEYS[2], 'MINID', string.format('%d-0', upto + 1))
return 'kept'`;
